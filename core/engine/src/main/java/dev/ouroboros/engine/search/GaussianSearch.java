package dev.ouroboros.engine.search;

import dev.ouroboros.engine.space.Point;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Chooses where Gaussian processes over all points expect the most improvement, times the chance to pass (Jones,
 * Schonlau, Welch: Efficient global optimization, 1998). When nothing better was found for long, every fourth choice is
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

    private @Nullable Beliefs last;

    @Override
    public synchronized List<Point> choose(Trials trials, int count, RandomGenerator random) {
        if (trials.ranked().size() < LEAST) {
            return List.of();
        }
        var beliefs = last;
        if (beliefs == null || !beliefs.isPrefixOf(trials.all())) {
            beliefs = new Beliefs(trials.grid());
        }
        last = beliefs;
        beliefs.learn(trials.all());
        return picks(beliefs, trials, count);
    }

    private static List<Point> picks(Beliefs beliefs, Trials trials, int count) {
        var ensemble = beliefs.ensemble();
        ensemble.grow();
        ensemble.improveOn(beliefs.passed().stream()
                .mapToInt(trial -> beliefs.pool().add(trial.point()))
                .toArray());
        var free = new LinkedHashSet<Integer>();
        for (int i = 0; i < beliefs.pool().size(); i++) {
            if (trials.isNew(beliefs.pool().point(i))) {
                free.add(i);
            }
        }
        var picks = new ArrayList<Point>();
        while (picks.size() < count && !free.isEmpty()) {
            var pick = pick(beliefs, free, picks.size());
            free.remove(pick);
            picks.add(beliefs.pool().point(pick));
            if (picks.size() < count) {
                ensemble.assume(pick);
            }
        }
        ensemble.forget();
        return picks;
    }

    private static Integer pick(Beliefs beliefs, SequencedSet<Integer> free, int before) {
        int since = beliefs.sinceBest() + before;
        boolean stuck = since > Math.max(PATIENCE, PATIENCE_SHARE * beliefs.size());
        boolean explore = stuck && since % EVERY == 1;
        var pick = free.getFirst();
        double most = Double.NEGATIVE_INFINITY;
        for (var number : free) {
            double improvement = explore
                    ? beliefs.ensemble().possibleImprovement(number, DEVIATIONS)
                    : beliefs.ensemble().expectedImprovement(number);
            // Few points need a chance: it is at most 1, and takes longer to tell.
            if (improvement > most) {
                double chance = beliefs.feasibility().of(beliefs.pool().point(number));
                double score = explore ? ifLikely(improvement, chance) : chance * improvement;
                if (score > most) {
                    most = score;
                    pick = number;
                }
            }
        }
        return pick;
    }

    private static double ifLikely(double improvement, double chance) {
        return chance < LIKELY ? Double.NEGATIVE_INFINITY : improvement;
    }
}
