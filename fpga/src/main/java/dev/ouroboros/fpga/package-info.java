/** Place and route for the layer {@code verilog}: what a design really takes on a device, and how fast it can be clocked. */
@NullMarked
package dev.ouroboros.fpga;

import org.jspecify.annotations.NullMarked;
