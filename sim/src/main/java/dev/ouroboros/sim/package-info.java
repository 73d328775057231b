/** Simulation for the layer {@code verilog}: seed and candidate side by side, on inputs that nobody outside knows. */
@NullMarked
package dev.ouroboros.sim;

import org.jspecify.annotations.NullMarked;
