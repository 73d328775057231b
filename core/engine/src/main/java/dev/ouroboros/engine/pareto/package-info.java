/** Candidates judged by several objectives at once. */
@NullMarked
package dev.ouroboros.engine.pareto;

import org.jspecify.annotations.NullMarked;
