package dev.ouroboros.engine.gate;

import java.util.Arrays;

/**
 * Bounds on the median log-gain that hold for all numbers of blocks at once: the bars which {@link Wealth} does not
 * refute. Capital does not grow when the bar is raised, so they form an interval and bisection finds its end.
 */
final class MedianBound {

    /** Halvings of a range seldom wider than 1.2: the bound is loose by less than 10⁻⁷. */
    private static final int HALVINGS = 24;

    private MedianBound() {}

    /** Lower bound, wrong with at most this probability; −∞ when there is none yet. */
    static double lower(double[] logGains, double probability) {
        if (logGains.length == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        double refuted = Arrays.stream(logGains).min().getAsDouble() - Wealth.SATURATION;
        if (!refutes(logGains, refuted, probability)) {
            return Double.NEGATIVE_INFINITY;
        }
        double possible = Arrays.stream(logGains).max().getAsDouble();
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (refuted + possible) / 2;
            if (refutes(logGains, middle, probability)) {
                refuted = middle;
            } else {
                possible = middle;
            }
        }
        return refuted;
    }

    /** Upper bound, wrong with at most this probability; +∞ when there is none yet. */
    static double upper(double[] logGains, double probability) {
        return -lower(Arrays.stream(logGains).map(x -> -x).toArray(), probability);
    }

    private static boolean refutes(double[] logGains, double bar, double probability) {
        Wealth wealth = Wealth.NONE_WON_YET;
        for (double x : logGains) {
            wealth = wealth.after(x - bar);
        }
        return wealth.refutesAt(probability);
    }
}
