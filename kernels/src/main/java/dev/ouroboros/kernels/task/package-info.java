/** The table {@code [parts.opencl]}: what a kernel is called with, and what its answers must be. */
@NullMarked
package dev.ouroboros.kernels.task;

import org.jspecify.annotations.NullMarked;
