/** Inputs, poison and the comparison of outputs: all of it in the parent process only. */
@NullMarked
package dev.ouroboros.cfamily.data;

import org.jspecify.annotations.NullMarked;
