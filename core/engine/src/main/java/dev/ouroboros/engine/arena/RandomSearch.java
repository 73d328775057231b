package dev.ouroboros.engine.arena;

import java.util.Arrays;

/**
 * What random search is expected to have found by when, computed and not simulated: draws without replacement at the
 * recording's mean cost each. It is the zero of the score, and says how long a strategy may search.
 */
final class RandomSearch {
    /** The search may take until random search has come this part of the way from the median to the optimum. */
    private static final double COVERED = 0.95;

    private static final double NEGLIGIBLE = 1e-12;

    private final double optimum;
    private final double secondsPerValid;
    private final double[] expected;

    /** After so many valid draws the time is up. */
    private final int lastDraw;

    private RandomSearch(double optimum, double secondsPerValid, double[] expected, int lastDraw) {
        this.optimum = optimum;
        this.secondsPerValid = secondsPerValid;
        this.expected = expected;
        this.lastDraw = lastDraw;
    }

    static RandomSearch of(Recording recording) {
        double[] values =
                recording.values().stream().mapToDouble(Double::doubleValue).toArray();
        double secondsPerValid = recording.meanCost() * recording.size() / values.length;
        double median = 0.5 * (values[(values.length - 1) / 2] + values[values.length / 2]);
        double target = median - COVERED * (median - values[0]);
        double[] expected = new double[values.length + 1];
        int draws = 0;
        do {
            draws++;
            expected[draws] = expectedBest(values, draws);
        } while (expected[draws] > target);
        return new RandomSearch(values[0], secondsPerValid, Arrays.copyOf(expected, draws + 1), draws);
    }

    /** Returns the least value there is. */
    double optimum() {
        return optimum;
    }

    /** Returns how long a strategy may search, in recorded seconds. */
    double seconds() {
        return lastDraw * secondsPerValid;
    }

    /** Returns the expected best value after so many seconds, from 0 to {@link #seconds}: before the first draw that of one. */
    double expectedAt(double seconds) {
        double draws = Math.clamp(seconds / secondsPerValid, 1, lastDraw);
        int before = (int) draws;
        int after = Math.min(before + 1, lastDraw);
        double share = draws - before;
        return (1 - share) * expected[before] + share * expected[after];
    }

    /** The least of {@code draws} values drawn without replacement: the i-th is it if all draws are among those from i on. */
    private static double expectedBest(double[] values, int draws) {
        double sum = 0;
        double none = 1;
        for (int i = 0; i < values.length && none > NEGLIGIBLE; i++) {
            double left = values.length - i;
            double missed = Math.max(0, left - draws) / left;
            sum += values[i] * none * (1 - missed);
            none *= missed;
        }
        return sum;
    }
}
