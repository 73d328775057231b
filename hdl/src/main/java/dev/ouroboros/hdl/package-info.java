/** The layer {@code verilog}: hardware designs, proved equivalent to their seed and counted after synthesis. */
@NullMarked
package dev.ouroboros.hdl;

import org.jspecify.annotations.NullMarked;
