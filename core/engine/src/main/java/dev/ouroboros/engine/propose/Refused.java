package dev.ouroboros.engine.propose;

import dev.ouroboros.engine.evaluation.Reason;

/**
 * A proposal that was refused before it cost an evaluation.
 *
 * @param message what was wrong with it: a patch that does not fit, or what it repeats
 */
public record Refused(Proposal proposal, Reason reason, String message) {}
