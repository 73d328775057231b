package dev.ouroboros.engine.search;

import dev.ouroboros.engine.space.Point;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** Fills a batch with points, arm by arm: what a run does, and what a recorded space is played with. */
final class PointPicker {
    /** Trials after which the first, space-filling sample ends. */
    static final int FIRST_TRIALS = 16;

    static final Map<Arm, Strategy> STRATEGIES = new EnumMap<>(Map.of(
            Arm.GAUSSIAN, new ModelGuided(new GaussianProcess.Learner(40, 80), 160),
            Arm.FOREST, new ModelGuided(new Forest.Learner(40), 400),
            Arm.LOCAL, new LocalSteps(),
            Arm.CROSSOVER, new Crossover(),
            Arm.RANDOM, new RandomSampling()));

    private static final int ROUNDS = 4;

    private final Predicate<Point> accept;
    private final List<Pick> picks = new ArrayList<>();
    private Trials trials;

    /** A point and the arm that chose it. */
    record Pick(Arm arm, Point point) {}

    private PointPicker(Trials trials, Predicate<Point> accept) {
        this.trials = trials;
        this.accept = accept;
    }

    /**
     * Returns at most {@code count} different new points.
     *
     * @param shares how many each arm gets; what is missing is drawn at random
     * @param accept asked once for each point that is about to be picked
     */
    static List<Pick> pick(
            Trials trials, Map<Arm, Integer> shares, int count, Predicate<Point> accept, RandomGenerator random) {
        var picker = new PointPicker(trials, accept);
        if (trials.all().size() < FIRST_TRIALS) {
            picker.add(Arm.RANDOM, new SpaceFilling(), count, random);
        } else {
            STRATEGIES.forEach((arm, strategy) -> picker.add(
                    arm, strategy, Math.min(shares.getOrDefault(arm, 0), count - picker.picks.size()), random));
        }
        picker.add(Arm.RANDOM, new RandomSampling(), count - picker.picks.size(), random);
        return List.copyOf(picker.picks);
    }

    private void add(Arm arm, Strategy strategy, int share, RandomGenerator random) {
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
