/**
 * Decides whether a challenger is better than the incumbent, and by how much: pure functions of block statistics.
 *
 * <p>{@link dev.ouroboros.engine.evaluation.BlockGain} turns the pairs of one block into one number, {@link
 * dev.ouroboros.engine.gate.Gate} decides after every block, {@link dev.ouroboros.engine.gate.ErrorBudget} says how
 * sure it must be, and {@link dev.ouroboros.engine.gate.Estimate} states the gain from a fresh re-run. What is
 * counted and not timed goes to {@link dev.ouroboros.engine.gate.ExactGate}.
 */
@NullMarked
package dev.ouroboros.engine.gate;

import org.jspecify.annotations.NullMarked;
