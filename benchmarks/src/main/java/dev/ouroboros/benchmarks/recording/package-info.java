/** Records whole spaces: every configuration that a task admits, measured once and kept. */
@NullMarked
package dev.ouroboros.benchmarks.recording;

import org.jspecify.annotations.NullMarked;
