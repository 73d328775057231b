/** What a model is shown, and what it is protected from. */
@NullMarked
package dev.ouroboros.agent.prompt;

import org.jspecify.annotations.NullMarked;
