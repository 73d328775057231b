package dev.ouroboros.engine.search;

import dev.ouroboros.engine.space.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** Fills a batch with points, arm by arm: what a run does, and what a recorded space is played with. */
final class PointPicker {
    /** The arms that choose points. */
    static final Set<Arm> ARMS =
            Collections.unmodifiableSet(EnumSet.of(Arm.GAUSSIAN, Arm.FOREST, Arm.LOCAL, Arm.CROSSOVER, Arm.RANDOM));

    /** So many trials must have passed before the arms choose; a Gaussian process learns from two. */
    private static final int FIRST_TRIALS = 2;

    private static final int FIRST_TRIALS_OF_OTHERS = 8;
    private static final int ROUNDS = 4;

    private final Map<Arm, Strategy> strategies;
    private final Strategy opening;

    PointPicker(Hyperparameters hyperparameters) {
        this.opening = new Spread(hyperparameters.central());
        this.strategies = new EnumMap<>(Map.of(
                Arm.GAUSSIAN, new GaussianSearch(hyperparameters),
                Arm.FOREST, new ModelGuided(new Forest.Learner(40), 400),
                Arm.LOCAL, new LocalSteps(),
                Arm.CROSSOVER, new Crossover(),
                Arm.RANDOM, new RandomSampling()));
    }

    /** A point and the arm that chose it. */
    record Pick(Arm arm, Point point) {}

    /**
     * Returns at most {@code count} different new points.
     *
     * @param shares how many each arm gets; what is missing is drawn at random
     * @param accept asked once for each point that is about to be picked
     */
    List<Pick> pick(
            Trials trials, Map<Arm, Integer> shares, int count, Predicate<Point> accept, RandomGenerator random) {
        var batch = new Batch(trials, accept);
        int first = shares.getOrDefault(Arm.GAUSSIAN, 0) > 0 ? FIRST_TRIALS : FIRST_TRIALS_OF_OTHERS;
        if (trials.ranked().size() < first) {
            batch.add(Arm.RANDOM, opening, Math.min(count, first), random);
        } else {
            strategies.forEach((arm, strategy) -> batch.add(
                    arm, strategy, Math.min(shares.getOrDefault(arm, 0), count - batch.picks.size()), random));
        }
        batch.add(Arm.RANDOM, new RandomSampling(), count - batch.picks.size(), random);
        return List.copyOf(batch.picks);
    }

    private static final class Batch {
        private final Predicate<Point> accept;
        private final List<Pick> picks = new ArrayList<>();
        private Trials trials;

        Batch(Trials trials, Predicate<Point> accept) {
            this.trials = trials;
            this.accept = accept;
        }

        void add(Arm arm, Strategy strategy, int share, RandomGenerator random) {
            int full = picks.size() + share;
            for (int round = 0; round < ROUNDS && picks.size() < full; round++) {
                var points = strategy.choose(trials, full - picks.size(), random);
                if (points.isEmpty()) {
                    return;
                }
                points.stream().filter(accept).forEach(point -> picks.add(new Pick(arm, point)));
                trials = trials.without(points);
            }
        }
    }
}
