package dev.ouroboros.engine.search;

import dev.ouroboros.engine.evaluation.Medians;
import java.util.Arrays;

/**
 * How a process sees values: relative to their mean, and what lies below their median closer to it, lest very bad values
 * drown the differences between good ones.
 *
 * @param shrink what is left of a difference below the median, from 0 to 1
 * @param mean of what is so lifted
 */
record Centre(double median, double shrink, double mean) {

    static Centre of(double[] values, double shrink) {
        var lifted = new Centre(Medians.median(values), shrink, 0);
        return new Centre(
                lifted.median,
                shrink,
                Arrays.stream(values).map(lifted::of).average().orElse(0));
    }

    /** Returns a value as the process sees it. */
    double of(double value) {
        return (value < median ? median + shrink * (value - median) : value) - mean;
    }

    double[] of(double[] values) {
        return Arrays.stream(values).map(this::of).toArray();
    }
}
