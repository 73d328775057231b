/** Reads Verilog before any tool does, and refuses what a design has no honest use for. */
@NullMarked
package dev.ouroboros.hdl.guard;

import org.jspecify.annotations.NullMarked;
