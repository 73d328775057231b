package dev.ouroboros.engine.evaluation;

import java.util.List;

/**
 * A metric of one candidate.
 *
 * @param metric name, unique within a part
 * @param unit for people, for example {@code ns} or {@code GFLOP/s}
 * @param exact whether repeating it always gives the same value (cells, cycles); exact metrics compare exactly, all
 *     others only by blocks
 * @param samples raw samples in the order they were taken, at least one
 */
public record Measurement(String metric, String unit, Direction direction, boolean exact, List<Double> samples) {
    /** Begins the name of a metric that was measured of the seed beside the candidate, under the same conditions. */
    public static final String OF_SEED = "seed.";

    /** For how many cycles a candidate is known to be right, where a stage that proves let it pass without a proof. */
    public static final String BOUNDED_CYCLES = "bounded-cycles";

    public Measurement {
        samples = List.copyOf(samples);
        if (samples.isEmpty()) {
            throw new IllegalArgumentException("metric " + metric + " has no samples");
        }
    }

    /** Returns an exact metric's measurement. */
    public static Measurement exact(String metric, String unit, Direction direction, double value) {
        return new Measurement(metric, unit, direction, true, List.of(value));
    }

    /** Returns the same as one of the seed. */
    public Measurement ofSeed() {
        return new Measurement(OF_SEED + metric, unit, direction, exact, samples);
    }

    /** Returns the median of the samples. */
    public double median() {
        return Medians.median(samples.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
