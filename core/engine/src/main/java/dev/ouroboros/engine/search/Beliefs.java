package dev.ouroboros.engine.search;

import dev.ouroboros.engine.space.Grid;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Gaussian processes and the chances to pass over the trials so far. Made from the first trials on, they depend on nothing
 * but them, and are kept only because one more trial is then cheap. The kernels are fitted again at each of the first
 * trials, then whenever there are 1.4 times as many. Few trials leave several kernels plausible, and an ensemble stands
 * for them; of many the most plausible one will do.
 */
final class Beliefs {
    private static final double AGAIN = 1.4;
    private static final int AGAIN_AT_MOST = 400;
    private static final int MOST = 600;
    private static final int FITTED = 100;
    private static final int STEPS = 40;
    private static final int EACH = 10;
    private static final int ENSEMBLE_AT_MOST = 40;

    private final Hyperparameters hyperparameters;
    private final Grid grid;
    private final Pool pool;
    private final Costs costs;
    private final List<Trial> all = new ArrayList<>();
    private final List<Trial> passed = new ArrayList<>();
    private double best = Double.NEGATIVE_INFINITY;
    private int bestAt;
    private List<Kernel> kernels;
    private int fitAgain = 2;
    private Ensemble ensemble = new Ensemble(List.of());
    private @Nullable Feasibility feasibility;
    private List<Trial> waiting = new ArrayList<>();

    Beliefs(Hyperparameters hyperparameters, Grid grid) {
        this.hyperparameters = hyperparameters;
        this.grid = grid;
        this.pool = new Pool(grid);
        this.costs = new Costs(hyperparameters, pool);
        this.kernels =
                Collections.nCopies(hyperparameters.members(), KernelFit.prior(hyperparameters, pool.coordinates()));
    }

    /** Returns whether these are the trials it knows and perhaps more. */
    boolean isPrefixOf(List<Trial> trials) {
        return trials.size() >= all.size() && trials.subList(0, all.size()).equals(all);
    }

    /** Learns what it does not know yet of these trials. */
    void learn(List<Trial> trials) {
        for (var trial : trials.subList(all.size(), trials.size())) {
            learn(trial);
        }
        waiting.forEach(trial -> ensemble.add(pool.add(trial.point()), trial.logGain()));
        waiting = new ArrayList<>();
        ensemble.grow();
        costs.grow();
    }

    Pool pool() {
        return pool;
    }

    /** Returns what trying a point takes. */
    Costs costs() {
        return costs;
    }

    /** Returns the chances to pass. */
    Feasibility feasibility() {
        var known = feasibility;
        if (known == null) {
            known = Feasibility.of(grid, all);
            feasibility = known;
        }
        return known;
    }

    /** Returns the processes; there are none before two trials passed. */
    Ensemble ensemble() {
        return ensemble;
    }

    /** Returns how many trials there were. */
    int size() {
        return all.size();
    }

    /** Returns how many trials there were since the best one. */
    int sinceBest() {
        return all.size() - bestAt;
    }

    /** Returns the points that passed. */
    List<Trial> passed() {
        return passed;
    }

    private void learn(Trial trial) {
        all.add(trial);
        pool.add(trial.point());
        costs.learn(trial);
        feasibility = null;
        if (!trial.passed()) {
            return;
        }
        passed.add(trial);
        waiting.add(trial);
        if (trial.logGain() > best) {
            best = trial.logGain();
            bestAt = all.size();
            grid.neighbours(trial.point()).forEach(pool::add);
        }
        if (passed.size() >= fitAgain) {
            double next = passed.size() < EACH ? passed.size() + 1 : Math.ceil(AGAIN * passed.size());
            fitAgain = (int) Math.min(passed.size() + AGAIN_AT_MOST, next);
            fit();
        }
    }

    private void fit() {
        // Of its own numbers, so that the trials alone decide.
        var random = new SplittableRandom(passed.size());
        var fitted = sample(FITTED, random);
        var values = values(fitted);
        var fit = new KernelFit(
                hyperparameters,
                pool.indexes(fitted),
                Centre.of(values, hyperparameters.shrink()).of(values));
        kernels = passed.size() > ENSEMBLE_AT_MOST
                ? List.of(fit.search(forMany(kernels.getFirst()), STEPS, random))
                : kernels.stream()
                        .map(kernel -> fit.sample(kernel, STEPS, random))
                        .toList();
        waiting = new ArrayList<>(sample(MOST, random));
        var centre = Centre.of(values(waiting), hyperparameters.shrink());
        ensemble = new Ensemble(kernels.stream()
                .map(kernel -> new Posterior(pool, kernel, centre))
                .toList());
    }

    /** Many trials tell more of how parameters act together. */
    private Kernel forMany(Kernel kernel) {
        var shape = kernel.shape();
        return kernel.with(new Kernel.Shape(shape.inverseScales(), hyperparameters.additiveOfMany(), shape.noise()));
    }

    /** All that passed, or half of so many the best and half drawn. */
    private List<Trial> sample(int most, SplittableRandom random) {
        if (passed.size() <= most) {
            return passed;
        }
        var ranked = passed.stream()
                .sorted((a, b) -> Double.compare(b.logGain(), a.logGain()))
                .toList();
        var chosen = new LinkedHashSet<Integer>();
        for (int i = 0; i < most / 2; i++) {
            chosen.add(i);
        }
        while (chosen.size() < most) {
            chosen.add(random.nextInt(ranked.size()));
        }
        return chosen.stream().map(ranked::get).toList();
    }

    private static double[] values(List<Trial> trials) {
        return trials.stream().mapToDouble(Trial::logGain).toArray();
    }
}
