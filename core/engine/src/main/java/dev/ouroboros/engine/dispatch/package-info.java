/** Where evaluations run: the cascade of stages, several at once where they do not measure. */
@NullMarked
package dev.ouroboros.engine.dispatch;

import org.jspecify.annotations.NullMarked;
