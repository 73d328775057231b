/** The benchmarks of Ouroboros itself, for JMH. */
@NullMarked
package dev.ouroboros.benchmarks.suite;

import org.jspecify.annotations.NullMarked;
