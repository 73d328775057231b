/** The layer's steps of the cascade. */
@NullMarked
package dev.ouroboros.hdl.stage;

import org.jspecify.annotations.NullMarked;
