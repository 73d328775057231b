package dev.ouroboros.agent.propose;

import dev.ouroboros.agent.prompt.Leaders;
import dev.ouroboros.engine.propose.Observation;
import dev.ouroboros.engine.propose.ProposerContext;
import java.util.random.RandomGenerator;

/** Chooses what a model shall change, whoever proposed it: mostly the best, now and then one of the runners-up. */
final class Parents {
    private static final int ELITE = 6;
    private static final double REFINE = 0.6;

    private Parents() {}

    /**
     * A parent and what to do with it.
     *
     * @param stance a sentence for the model
     */
    record Choice(Observation parent, String stance) {}

    static Choice choose(ProposerContext context, RandomGenerator random) {
        var elite = Leaders.of(context.history(), Observation::passed, ELITE);
        if (random.nextDouble() < REFINE || elite.size() < 2) {
            return new Choice(elite.getFirst(), "Refine this code: it is the best so far. Find what limits it now.");
        }
        return new Choice(
                elite.get(1 + random.nextInt(elite.size() - 1)),
                "Take this code in another direction than the best so far: try an idea that nobody tried.");
    }
}
