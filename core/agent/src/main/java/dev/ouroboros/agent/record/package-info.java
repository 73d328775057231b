/** Earlier answers in the place of models. */
@NullMarked
package dev.ouroboros.agent.record;

import org.jspecify.annotations.NullMarked;
