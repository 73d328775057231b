/** A task of a user's own function, made by reading its signature. */
@NullMarked
package dev.ouroboros.nativec.init;

import org.jspecify.annotations.NullMarked;
