package dev.ouroboros.benchmarks.tuning;

import dev.ouroboros.engine.search.Hyperparameters;
import java.util.List;

/** The hyper-parameters to choose from: those of runs, and changes of one of them. */
public final class Candidates {
    private Candidates() {}

    /** Returns them, those of runs first. */
    public static List<Hyperparameters> all() {
        return List.of(
                Hyperparameters.DEFAULT,
                new Hyperparameters(0, 0.5, 0.02, 0.8, 0.3, 4, 0.2, 1),
                new Hyperparameters(2, 0.5, 0.02, 0.8, 0.3, 4, 0.2, 1),
                new Hyperparameters(1, 0.5, 0.02, 0.8, 0.3, 4, 0.5, 1),
                new Hyperparameters(1, 0.5, 0.02, 0.8, 0.3, 4, 0.2, 0));
    }
}
