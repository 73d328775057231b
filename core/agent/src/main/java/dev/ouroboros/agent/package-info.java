/** The language-model proposer. */
@NullMarked
package dev.ouroboros.agent;

import org.jspecify.annotations.NullMarked;
