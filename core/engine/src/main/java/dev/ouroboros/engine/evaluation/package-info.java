/** What became of a candidate: outcomes and measurements. */
@NullMarked
package dev.ouroboros.engine.evaluation;

import org.jspecify.annotations.NullMarked;
