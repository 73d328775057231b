package dev.ouroboros.app.history;

import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.propose.Proposal;

/** A proposal that was refused before it cost an evaluation. */
public record Refusal(Proposal proposal, Outcome.Rejected why) {}
