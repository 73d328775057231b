package dev.ouroboros.engine.search;

import dev.ouroboros.engine.space.Point;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Chooses where Gaussian processes over all points expect the most improvement, times the chance to pass (Jones,
 * Schonlau, Welch: Efficient global optimization, 1998), for the time it takes (Snoek, Larochelle, Adams: Practical
 * Bayesian optimization of machine learning algorithms, 2012, section 3.3). When nothing better was found for long, every fourth choice is
 * where most is possible instead of expected (an upper confidence bound, Srinivas and others 2010). Remembers what it made
 * of the last trials it saw, which changes no choice. Thread-safe.
 */
final class GaussianSearch implements Strategy {
    private static final int LEAST = 2;
    private static final int PATIENCE = 8;
    private static final double PATIENCE_SHARE = 0.1;
    private static final int EVERY = 4;
    private static final double DEVIATIONS = 3;
    private static final double LIKELY = 0.5;

    private final Hyperparameters hyperparameters;
    private @Nullable Beliefs last;

    GaussianSearch(Hyperparameters hyperparameters) {
        this.hyperparameters = hyperparameters;
    }

    @Override
    public synchronized List<Point> choose(Trials trials, int count, RandomGenerator random) {
        if (trials.ranked().size() < LEAST) {
            return List.of();
        }
        var beliefs = last;
        if (beliefs == null || !beliefs.isPrefixOf(trials.all())) {
            beliefs = new Beliefs(hyperparameters, trials.grid());
        }
        last = beliefs;
        beliefs.learn(trials.all());
        return picks(beliefs, trials, count);
    }

    private List<Point> picks(Beliefs beliefs, Trials trials, int count) {
        var ensemble = beliefs.ensemble();
        ensemble.improveOn(beliefs.passed().stream()
                .mapToInt(trial -> beliefs.pool().add(trial.point()))
                .toArray());
        var picks = new ArrayList<Point>();
        var picked = new HashSet<Integer>();
        while (picks.size() < count) {
            int pick = pick(beliefs, trials, picked);
            if (pick < 0) {
                break;
            }
            picked.add(pick);
            picks.add(beliefs.pool().point(pick));
            if (picks.size() < count) {
                ensemble.assume(pick);
            }
        }
        ensemble.forget();
        return picks;
    }

    /** Returns the number of the best new point, or -1 if there is none. */
    private int pick(Beliefs beliefs, Trials trials, Set<Integer> picked) {
        int since = beliefs.sinceBest() + picked.size();
        boolean stuck = since > Math.max(PATIENCE, PATIENCE_SHARE * beliefs.size());
        boolean explore = stuck && since % EVERY == 1;
        int pick = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int number = 0; number < beliefs.pool().size(); number++) {
            double value = explore
                    ? beliefs.ensemble().possibleImprovement(number, DEVIATIONS)
                    : beliefs.ensemble().expectedImprovement(number) * worth(beliefs, number);
            // Few points need a chance: it is at most 1, and takes longer to tell.
            if (value > most && isNew(number, beliefs, trials, picked)) {
                double chance = beliefs.feasibility().of(beliefs.pool().point(number));
                double score = explore ? ifLikely(value, chance) : chance * value;
                if (score > most) {
                    most = score;
                    pick = number;
                }
            }
        }
        return pick;
    }

    private static boolean isNew(int number, Beliefs beliefs, Trials trials, Set<Integer> picked) {
        return !picked.contains(number) && trials.isNew(beliefs.pool().point(number));
    }

    /** How much a gain is worth at a point, by what trying it takes. */
    private double worth(Beliefs beliefs, int number) {
        return StrictMath.exp(-hyperparameters.costExponent() * beliefs.costs().logarithm(number));
    }

    private static double ifLikely(double improvement, double chance) {
        return chance < LIKELY ? Double.NEGATIVE_INFINITY : improvement;
    }
}
