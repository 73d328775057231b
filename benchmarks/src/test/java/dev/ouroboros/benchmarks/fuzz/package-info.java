/** A sample of the fuzzing of kernels in C. */
@NullMarked
package dev.ouroboros.benchmarks.fuzz;

import org.jspecify.annotations.NullMarked;
