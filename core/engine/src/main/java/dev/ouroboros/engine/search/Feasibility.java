package dev.ouroboros.engine.search;

import dev.ouroboros.engine.space.Grid;
import dev.ouroboros.engine.space.Point;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * How likely points are to pass: what hides behind failures is mostly a rule over a few parameters, a product above a
 * limit or a pair that does not go together, and a forest finds such rules from few failures.
 */
final class Feasibility {
    private static final Model.Learner FAILURES = new Forest.Learner(30);
    private static final int TRIALS = 400;

    /** Even what surely seems to fail keeps this chance: the model may be wrong. */
    private static final double BENEFIT_OF_DOUBT = 0.02;

    private final @Nullable Model model;

    private Feasibility(@Nullable Model model) {
        this.model = model;
    }

    /** Learns from the latest trials, with random numbers of its own: the trials alone decide. */
    static Feasibility of(Grid grid, List<Trial> all) {
        if (all.stream().allMatch(Trial::passed)) {
            return new Feasibility(null);
        }
        var latest = all.subList(Math.max(0, all.size() - TRIALS), all.size());
        return new Feasibility(FAILURES.learn(
                grid,
                latest.stream().map(Trial::point).toList(),
                latest.stream().mapToDouble(trial -> trial.passed() ? 1 : 0).toArray(),
                new SplittableRandom(all.size())));
    }

    /** Returns the chance to pass, above 0 and up to 1; exactly 1 as long as nothing failed. */
    double of(Point point) {
        return model == null
                ? 1
                : BENEFIT_OF_DOUBT
                        + (1 - BENEFIT_OF_DOUBT) * model.predict(point).mean();
    }
}
