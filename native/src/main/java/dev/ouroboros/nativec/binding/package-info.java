/** A hand-written face over the generated binding of the kernel header. */
@NullMarked
package dev.ouroboros.nativec.binding;

import org.jspecify.annotations.NullMarked;
