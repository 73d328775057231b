package dev.ouroboros.agent.propose;

import dev.ouroboros.engine.propose.Proposal;
import dev.ouroboros.engine.propose.Proposer;
import dev.ouroboros.engine.propose.ProposerContext;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Models propose; while none of them answers, the offline search does, so that a failing model does not end a run. When
 * a cap is reached nobody does, and the run ends.
 */
public final class WithFallback implements Proposer {
    private final LlmProposer models;
    private final Proposer fallback;
    private boolean falling;

    public WithFallback(LlmProposer models, Proposer fallback) {
        this.models = models;
        this.fallback = fallback;
    }

    @Override
    public List<Proposal> propose(ProposerContext context, int count, RandomGenerator random)
            throws InterruptedException {
        var proposals = models.propose(context, count, random);
        if (!proposals.isEmpty() || models.answers()) {
            falling = false;
            return proposals;
        }
        if (!falling) {
            falling = true;
            context.notebook().note("no model answers: the offline search proposes meanwhile");
        }
        return fallback.propose(context, count, random);
    }
}
