/** Whether a proposal is new. */
@NullMarked
package dev.ouroboros.agent.novelty;

import org.jspecify.annotations.NullMarked;
