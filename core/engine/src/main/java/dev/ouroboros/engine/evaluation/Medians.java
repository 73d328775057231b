package dev.ouroboros.engine.evaluation;

import java.util.Arrays;

/** The median: the middle value, or the mean of the two middle ones. */
public final class Medians {
    private Medians() {}

    /**
     * Returns the median of {@code values}, which stay as they are.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static double median(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("no values, so no median");
        }
        var sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
