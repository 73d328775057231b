package dev.ouroboros.engine.propose;

import java.util.List;
import java.util.random.RandomGenerator;

/** Proposes changes. An offline proposer is pure: the same context and random numbers give the same proposals. */
public interface Proposer {

    /**
     * Proposes at most {@code count} changes, fewer or none if it has no more ideas.
     *
     * @param random seeded from the run's {@code --seed} and the number of the batch
     */
    List<Proposal> propose(ProposerContext context, int count, RandomGenerator random) throws InterruptedException;
}
