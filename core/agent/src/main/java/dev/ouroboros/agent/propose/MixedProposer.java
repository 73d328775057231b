package dev.ouroboros.agent.propose;

import dev.ouroboros.agent.budget.Arms;
import dev.ouroboros.engine.propose.Proposal;
import dev.ouroboros.engine.propose.Proposer;
import dev.ouroboros.engine.propose.ProposerContext;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Search and models share one archive and one bandit: each place in a batch goes to whom the bandit draws, by gain for
 * cost. Either may start from what the other found, for both see the same history.
 */
public final class MixedProposer implements Proposer {
    private static final String SEARCH = "search";

    private final LlmProposer models;
    private final Proposer search;

    public MixedProposer(LlmProposer models, Proposer search) {
        this.models = models;
        this.search = search;
    }

    @Override
    public List<Proposal> propose(ProposerContext context, int count, RandomGenerator random)
            throws InterruptedException {
        int asked = models.spent(context) ? 0 : share(context, count, random);
        var proposals = new ArrayList<Proposal>();
        if (asked > 0) {
            proposals.addAll(models.propose(context, asked, random));
        }
        proposals.addAll(search.propose(context, count - proposals.size(), random));
        if (proposals.isEmpty() && asked < count) {
            // The search has no more ideas; all is left to the models.
            proposals.addAll(models.propose(context, count, random));
        }
        return proposals;
    }

    /** How many of the places the bandit gives to models. */
    private int share(ProposerContext context, int count, RandomGenerator random) {
        var arms = new ArrayList<>(models.arms());
        arms.add(SEARCH);
        var records = Arms.of(context, name -> name.startsWith("llm/") ? name : SEARCH);
        int asked = 0;
        for (int i = 0; i < count; i++) {
            if (!records.choose(arms, random).equals(SEARCH)) {
                asked++;
            }
        }
        return asked;
    }
}
