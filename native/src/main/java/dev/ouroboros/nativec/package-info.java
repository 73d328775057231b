/** The layer {@code c}: native kernels, built in a sandbox, called through the foreign-function API and judged in the parent. */
@NullMarked
package dev.ouroboros.nativec;

import org.jspecify.annotations.NullMarked;
