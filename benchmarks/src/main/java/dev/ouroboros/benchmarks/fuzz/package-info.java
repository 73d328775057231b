/** Runs kernels in C on drawn inputs and compares what they compute. */
@NullMarked
package dev.ouroboros.benchmarks.fuzz;

import org.jspecify.annotations.NullMarked;
