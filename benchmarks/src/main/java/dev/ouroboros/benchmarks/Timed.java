package dev.ouroboros.benchmarks;

import dev.ouroboros.engine.propose.Proposal;
import dev.ouroboros.engine.propose.Proposer;
import dev.ouroboros.engine.propose.ProposerContext;
import java.util.List;
import java.util.random.RandomGenerator;

/** A proposer whose time is taken. */
final class Timed implements Proposer {
    private final Proposer proposer;
    private long nanos;
    private long made;

    Timed(Proposer proposer) {
        this.proposer = proposer;
    }

    @Override
    public List<Proposal> propose(ProposerContext context, int count, RandomGenerator random)
            throws InterruptedException {
        long start = System.nanoTime();
        var proposals = proposer.propose(context, count, random);
        nanos += System.nanoTime() - start;
        made += proposals.size();
        return proposals;
    }

    double rate() {
        return made * 1e9 / nanos;
    }
}
