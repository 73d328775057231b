package dev.ouroboros.engine.arena;

import dev.ouroboros.engine.space.Setting;
import java.util.List;

/**
 * One measured configuration of a T4 file.
 *
 * @param timestamp when it was measured, as it was written; empty if that is not known
 */
public record T4Row(Setting configuration, Invalidity invalidity, Times times, String timestamp) {
    private static final double MILLI = 1e-3;

    /** @throws IllegalArgumentException if it is said to be correct, but was never run */
    public T4Row {
        if (invalidity == Invalidity.CORRECT && times.runs().isEmpty()) {
            throw new IllegalArgumentException("is said to be correct, but has no \"runtimes\"");
        }
    }

    /**
     * What it took, in milliseconds, from 0.
     *
     * @param framework all that is neither compiling, running nor validating
     * @param validation comparing with the right answers; it is no part of the {@link #cost}
     * @param runs each run on its own
     */
    public record Times(double compilation, double framework, double validation, List<Double> runs) {
        public Times {
            runs = List.copyOf(runs);
        }

        private double ofRuns() {
            return runs.stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    /** Returns the mean of its runs in milliseconds, NaN if it failed. */
    public double value() {
        return invalidity == Invalidity.CORRECT ? times.ofRuns() / times.runs().size() : Double.NaN;
    }

    /** Returns the seconds that trying it took. */
    public double cost() {
        return MILLI * (times.compilation() + times.framework() + times.ofRuns());
    }
}
