/** What the source of a kernel may hold. */
@NullMarked
package dev.ouroboros.kernels.guard;

import org.jspecify.annotations.NullMarked;
