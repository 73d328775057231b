@NullMarked
package dev.ouroboros.benchmarks;

import org.jspecify.annotations.NullMarked;
