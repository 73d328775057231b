/** Blocks: paired timings of two candidates under the machine lock. */
@NullMarked
package dev.ouroboros.engine.measure;

import org.jspecify.annotations.NullMarked;
