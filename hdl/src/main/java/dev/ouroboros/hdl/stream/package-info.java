/** The streams of a task, as the ports of a design that carry them. */
@NullMarked
package dev.ouroboros.hdl.stream;

import org.jspecify.annotations.NullMarked;
