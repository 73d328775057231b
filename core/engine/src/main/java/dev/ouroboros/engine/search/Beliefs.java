package dev.ouroboros.engine.search;

import dev.ouroboros.engine.space.Grid;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A Gaussian process and the chances to pass over the trials so far. Made from the first trials on, it depends on nothing
 * but them; it is kept only because one more trial is then cheap. The kernel is fitted again whenever there are 1.4 times
 * as many trials.
 */
final class Beliefs {
    private static final double AGAIN = 1.4;
    private static final int AGAIN_AT_MOST = 400;
    private static final int MOST = 600;
    private static final int FITTED = 100;
    private static final int STEPS = 40;

    private final Grid grid;
    private final Pool pool;
    private final PassRate passes;
    private final List<Trial> all = new ArrayList<>();
    private final List<Trial> passed = new ArrayList<>();
    private double best = Double.NEGATIVE_INFINITY;
    private int bestAt;
    private Kernel kernel;
    private int fitAgain = 2;
    private Posterior posterior;
    private List<Trial> waiting = new ArrayList<>();

    Beliefs(Grid grid) {
        this.grid = grid;
        this.pool = new Pool(grid);
        this.passes = new PassRate(pool);
        this.kernel = Kernel.prior(pool.vector(0).length);
        this.posterior = new Posterior(pool, kernel, new double[] {0});
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
        waiting.forEach(trial -> posterior.add(pool.add(trial.point()), trial.logGain()));
        waiting = new ArrayList<>();
    }

    Pool pool() {
        return pool;
    }

    PassRate passes() {
        return passes;
    }

    /** Returns the process; never asked before two trials passed. */
    Posterior posterior() {
        return posterior;
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
        int number = pool.add(trial.point());
        passes.add(pool.vector(number), trial.passed());
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
            fitAgain = Math.min(passed.size() + AGAIN_AT_MOST, (int) Math.ceil(AGAIN * passed.size()));
            fit();
        }
    }

    private void fit() {
        // Of its own numbers, so that the trials alone decide.
        var random = new SplittableRandom(passed.size());
        var fitted = sample(FITTED, random);
        kernel = new KernelFit(vectors(fitted), Posterior.centred(values(fitted))).search(kernel, STEPS, random);
        waiting = new ArrayList<>(sample(MOST, random));
        posterior = new Posterior(pool, kernel, values(waiting));
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

    private double[][] vectors(List<Trial> trials) {
        return trials.stream()
                .map(trial -> pool.vector(pool.add(trial.point())))
                .toArray(double[][]::new);
    }

    private static double[] values(List<Trial> trials) {
        return trials.stream().mapToDouble(Trial::logGain).toArray();
    }
}
