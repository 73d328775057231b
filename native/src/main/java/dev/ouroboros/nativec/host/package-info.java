/** The parent's side: where kernels run, and the stages of the cascade. */
@NullMarked
package dev.ouroboros.nativec.host;

import org.jspecify.annotations.NullMarked;
