package dev.ouroboros.engine.search;

import dev.ouroboros.engine.propose.Observation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Which operators deserve another try, by what each one's proposals came to; read off the history, nothing is kept. A
 * proposal earns 1 if it was better than all before, and less the further it stayed behind; one that failed earns
 * nothing; several operators share what they earn. Old experience fades, for what helped once is often used up.
 */
final class OperatorCredit {
    private static final double DECAY = 0.9;
    private static final double PRIOR_CREDIT = 1.2;
    private static final double PRIOR_TRIALS = 2;

    /** How much of its credit a proposal loses when it falls behind the best by one e-fold. */
    private static final double STEEPNESS = 8;

    /** No operator is ever forgotten. */
    private static final double FLOOR = 0.02;

    private final Map<String, Double> credit = new HashMap<>();
    private final Map<String, Double> trials = new HashMap<>();

    private final Map<String, Double> promise;

    private OperatorCredit(Map<String, Double> promise) {
        this.promise = promise;
    }

    /**
     * Reads the history.
     *
     * @param promise of operators, by name; 1 for those not in it
     */
    static OperatorCredit of(Iterable<Observation> history, Map<String, Double> promise) {
        var credit = new OperatorCredit(promise);
        double best = Double.NEGATIVE_INFINITY;
        for (var observation : history) {
            double gain = observation.logGain();
            var operators = Arm.operators(observation.proposer());
            double share = 1.0 / Math.max(1, operators.size());
            double earned = Double.isNaN(gain) ? 0 : Math.exp(STEEPNESS * Math.min(0, gain - best));
            for (var operator : operators) {
                credit.credit.merge(operator, share * earned, (old, more) -> DECAY * old + more);
                credit.trials.merge(operator, share, (old, more) -> DECAY * old + more);
            }
            best = Double.isNaN(gain) ? best : Math.max(best, gain);
        }
        return credit;
    }

    /** Returns how often an operator is to be drawn, relative to the others. */
    double weight(String operator) {
        double rate = (PRIOR_CREDIT * promise.getOrDefault(operator, 1.0) + credit.getOrDefault(operator, 0.0))
                / (PRIOR_TRIALS + trials.getOrDefault(operator, 0.0));
        return FLOOR + rate * rate;
    }

    /** Draws one of these operators by weight; null if there is none. */
    @Nullable
    String draw(List<String> operators, RandomGenerator random) {
        double total = operators.stream().mapToDouble(this::weight).sum();
        double at = random.nextDouble() * total;
        var left = new ArrayList<>(operators);
        while (left.size() > 1) {
            at -= weight(left.getFirst());
            if (at < 0) {
                break;
            }
            left.removeFirst();
        }
        return left.isEmpty() ? null : left.getFirst();
    }
}
