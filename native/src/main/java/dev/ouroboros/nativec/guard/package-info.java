/** What the source of a kernel, its flags and its machine code may hold. */
@NullMarked
package dev.ouroboros.nativec.guard;

import org.jspecify.annotations.NullMarked;
