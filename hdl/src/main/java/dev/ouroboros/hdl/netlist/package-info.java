/** An elaborated design as gates and flip-flops, and what must hold of it. */
@NullMarked
package dev.ouroboros.hdl.netlist;

import org.jspecify.annotations.NullMarked;
