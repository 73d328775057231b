/** The process that runs kernels, and what the parent says to it beyond what all layers do. */
@NullMarked
package dev.ouroboros.nativec.worker;

import org.jspecify.annotations.NullMarked;
