/** What a model said, read as patches. */
@NullMarked
package dev.ouroboros.agent.answer;

import org.jspecify.annotations.NullMarked;
