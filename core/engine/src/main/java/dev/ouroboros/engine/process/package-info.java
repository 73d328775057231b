/**
 * Processes that are not trusted: tools behind {@link dev.ouroboros.engine.process.ToolRunner}, candidates behind
 * {@link dev.ouroboros.engine.process.Worker}, both inside a {@link dev.ouroboros.engine.process.Sandbox}.
 *
 * <p>The parent's side believes nothing that a process says: sizes are bounded before they are allocated, every wait
 * has an end, and the end of a process is the end of all its descendants.
 */
@NullMarked
package dev.ouroboros.engine.process;

import org.jspecify.annotations.NullMarked;
