package dev.ouroboros.engine.search;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * What trying a point takes, learned from the trials by a Gaussian process over logarithms: what is compiled for long or
 * runs slowly. Trials whose time is not known teach nothing; without any, all points cost the same.
 */
final class Costs {
    private static final int LEAST = 2;
    private static final int FITTED = 100;

    /** So many trials tell enough of what others take. */
    private static final int ENOUGH = 200;

    private static final int STEPS = 40;
    private static final int EACH = 10;
    private static final double AGAIN = 1.4;

    private final Hyperparameters hyperparameters;
    private final Pool pool;
    private final List<Trial> timed = new ArrayList<>();
    private Kernel kernel;
    private int fitAgain = LEAST;
    private Centre centre = new Centre(0, 1, 0);
    private @Nullable Posterior posterior;

    Costs(Hyperparameters hyperparameters, Pool pool) {
        this.hyperparameters = hyperparameters;
        this.pool = pool;
        this.kernel = KernelFit.prior(hyperparameters, pool.coordinates());
    }

    /** Learns from one more trial. */
    void learn(Trial trial) {
        if (!(trial.seconds() > 0) || timed.size() == ENOUGH) {
            return;
        }
        timed.add(trial);
        var known = posterior;
        if (timed.size() >= fitAgain) {
            fitAgain = timed.size() < EACH ? timed.size() + 1 : (int) Math.ceil(AGAIN * timed.size());
            fit();
        } else if (known != null) {
            known.add(pool.add(trial.point()), StrictMath.log(trial.seconds()));
        }
    }

    /** Takes in points that the pool got since. */
    void grow() {
        if (posterior != null) {
            posterior.grow();
        }
    }

    /** Returns the logarithm of the seconds that a point of the pool is expected to take; 0 as long as nothing is known. */
    double logarithm(int number) {
        return posterior == null ? 0 : posterior.at(number).mean() + centre.mean();
    }

    private void fit() {
        // Of its own numbers, so that the trials alone decide.
        var random = new SplittableRandom(timed.size());
        var latest = timed.subList(Math.max(0, timed.size() - FITTED), timed.size());
        var logarithms = logarithms(latest);
        kernel = new KernelFit(
                        hyperparameters,
                        pool.indexes(latest),
                        Centre.of(logarithms, 1).of(logarithms))
                .search(kernel, STEPS, random);
        centre = Centre.of(logarithms(timed), 1);
        var made = new Posterior(pool, kernel, centre);
        timed.forEach(trial -> made.add(pool.add(trial.point()), StrictMath.log(trial.seconds())));
        posterior = made;
    }

    private static double[] logarithms(List<Trial> trials) {
        return trials.stream()
                .mapToDouble(trial -> StrictMath.log(trial.seconds()))
                .toArray();
    }
}
