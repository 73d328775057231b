/** Chooses the hyper-parameters of the search by plays on recorded spaces, and tells what they do on spaces left out. */
@NullMarked
package dev.ouroboros.benchmarks.tuning;

import org.jspecify.annotations.NullMarked;
