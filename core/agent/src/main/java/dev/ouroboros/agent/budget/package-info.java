/** Caps, and who gets how much of them. */
@NullMarked
package dev.ouroboros.agent.budget;

import org.jspecify.annotations.NullMarked;
