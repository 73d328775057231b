package dev.ouroboros.engine.loop;

import dev.ouroboros.engine.propose.Proposal;

/** A proposal that waits for its evaluation: its batch, its place in it, and what it makes. */
public record Pending(int batch, int entry, Proposal proposal, LoopEvent.Version version) {}
