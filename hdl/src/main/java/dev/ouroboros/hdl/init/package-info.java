/** Writes a task for a user's own design. */
@NullMarked
package dev.ouroboros.hdl.init;

import org.jspecify.annotations.NullMarked;
