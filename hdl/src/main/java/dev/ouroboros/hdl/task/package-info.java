/** What {@code [parts.verilog]} says: the design's interface and contract, as records read once. */
@NullMarked
package dev.ouroboros.hdl.task;

import org.jspecify.annotations.NullMarked;
