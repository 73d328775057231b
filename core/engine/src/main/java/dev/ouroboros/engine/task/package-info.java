/** What to improve, read once from {@code task.toml}. */
@NullMarked
package dev.ouroboros.engine.task;

import org.jspecify.annotations.NullMarked;
