package dev.ouroboros.engine.gate;

import java.util.Arrays;

/** What gate and estimate both need of a list of block log-gains. */
final class BlockValues {

    private BlockValues() {}

    /** The middle value, or the mean of the two middle ones; {@code values} is left as it is. */
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }

    static void requireFinite(double[] logGains) {
        for (int i = 0; i < logGains.length; i++) {
            if (!Double.isFinite(logGains[i])) {
                throw new IllegalArgumentException("expected finite log-gains, but block " + (i + 1) + " of "
                        + logGains.length + " is " + logGains[i]
                        + "\nMaybe one of its costs was zero or missing: measure a block without a result again.");
            }
        }
    }
}
