/** The loop: events, state, the next action, and the run around them. */
@NullMarked
package dev.ouroboros.engine.loop;

import org.jspecify.annotations.NullMarked;
