package dev.ouroboros.agent.budget;

import dev.ouroboros.agent.budget.Bandit.Takings;
import dev.ouroboros.engine.propose.Observation;
import dev.ouroboros.engine.propose.ProposerContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * Reads the records of arms off the history. A trial costs what was spent on it, and as much as an average evaluation:
 * free models and searches are not free, for what they propose must be evaluated.
 *
 * @param records by arm
 * @param unit the average success
 * @param cost of an average trial
 */
public record Arms(Map<String, Takings> records, double unit, double cost) {
    /** Until something was spent, all trials cost the same; afterwards an evaluation counts as this part of a trial. */
    private static final double EVALUATION = 0.2;

    /**
     * Reads the records.
     *
     * @param armOf the arm that a proposer's name belongs to
     */
    public static Arms of(ProposerContext context, UnaryOperator<String> armOf) {
        double spent = context.spending().values().stream()
                .mapToDouble(spending -> spending.dollars())
                .sum();
        int trials = Math.max(1, context.history().size() - 1);
        double evaluation = spent == 0 ? 1 : EVALUATION * spent / trials;
        var sums = new HashMap<String, double[]>();
        double best = 0;
        double gains = 0;
        int successes = 0;
        for (Observation observation : context.history()) {
            if (observation.proposal() == null) {
                continue;
            }
            double gain = observation.passed() ? Math.max(0, observation.logGain() - best) : 0;
            if (gain > 0) {
                best += gain;
                gains += gain;
                successes++;
            }
            // one array for each arm: all of a long history is read for each question
            var sum = sums.computeIfAbsent(observation.proposer(), _ -> new double[2]);
            sum[0] += gain;
            sum[1] += evaluation;
        }
        var records = new HashMap<String, Takings>();
        sums.forEach((proposer, sum) -> add(records, armOf.apply(proposer), new Takings(sum[0], sum[1])));
        context.spending()
                .forEach((proposer, spending) ->
                        add(records, armOf.apply(proposer), new Takings(0, spending.dollars())));
        double total = records.values().stream().mapToDouble(Takings::cost).sum();
        return new Arms(records, successes == 0 ? 1 : gains / successes, total == 0 ? 1 : total / trials);
    }

    private static void add(Map<String, Takings> records, String arm, Takings more) {
        records.merge(arm, more, (one, other) -> one.plus(other.gain(), other.cost()));
    }

    /** Chooses the arm that gets the next call. */
    public String choose(List<String> arms, RandomGenerator random) {
        return Bandit.choose(arms, records, unit, cost, random);
    }
}
