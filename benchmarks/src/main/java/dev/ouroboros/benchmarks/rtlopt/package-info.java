/** The public benchmark RTL-OPT: its pairs judged, its designs improved. */
@NullMarked
package dev.ouroboros.benchmarks.rtlopt;

import org.jspecify.annotations.NullMarked;
