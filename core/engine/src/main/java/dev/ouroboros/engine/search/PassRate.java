package dev.ouroboros.engine.search;

import java.util.Arrays;

/** How likely each point of a pool is to pass, by the trials near it (Nadaraya 1964, Watson 1964, with a prior). */
final class PassRate {
    private static final double INVERSE_SCALE = 4;
    private static final double TRIAL = 3;

    /** What is believed before any trial is worth one third of one. */
    private static final double PRIOR = 0.9;

    private final Pool pool;
    private final Kernel near;
    private double[] passed = new double[0];
    private double[] all = new double[0];
    private boolean failures;

    PassRate(Pool pool) {
        this.pool = pool;
        var scales = new double[pool.vector(0).length];
        Arrays.fill(scales, INVERSE_SCALE);
        this.near = new Kernel(scales, 0);
    }

    /** Takes notice of a trial of a point of the pool; every trial is told before the pool grows. */
    void add(double[] vector, boolean passes) {
        grow();
        failures |= !passes;
        for (int i = 0; i < all.length; i++) {
            double weight = TRIAL * near.of(vector, pool.vector(i));
            all[i] += weight;
            passed[i] += passes ? weight : 0;
        }
    }

    /** Returns the chance, from 0 to 1; exactly 1 as long as nothing failed. */
    double of(int number) {
        if (!failures) {
            return 1;
        }
        // A point that came into the pool later is near one that passed.
        return number < all.length ? passed[number] / all[number] : PRIOR;
    }

    private void grow() {
        int before = all.length;
        if (before < pool.size()) {
            all = Arrays.copyOf(all, pool.size());
            passed = Arrays.copyOf(passed, pool.size());
            Arrays.fill(all, before, all.length, 1);
            Arrays.fill(passed, before, passed.length, PRIOR);
        }
    }
}
