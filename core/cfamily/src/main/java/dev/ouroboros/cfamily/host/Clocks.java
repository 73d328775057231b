package dev.ouroboros.cfamily.host;

import dev.ouroboros.engine.evaluation.Medians;
import dev.ouroboros.engine.evaluation.Sample;
import dev.ouroboros.engine.layer.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Whether the parent's clock and the device's tell the same story. What a batch takes beyond the launches themselves is the
 * way there and back, which the incumbent of the same block calibrates; work that hides from the device's clock, or a
 * device's clock that was tampered with, shows as a difference between the sides.
 */
final class Clocks {
    private static final int EVERY = 10;
    private static final double TOLERANCE = 0.03;

    /** So many standard errors are no disagreement: a machine with other things to do scatters. */
    private static final double NOISE = 5;

    /** A launch more or less in a batch costs the host up to so much. */
    private static final double SECONDS_PER_LAUNCH = 50e-6;

    private final List<Sample> incumbent = new ArrayList<>();
    private final List<Sample> challenger = new ArrayList<>();

    void add(Side side, Sample sample) {
        switch (side) {
            case INCUMBENT -> incumbent.add(sample);
            case CHALLENGER -> challenger.add(sample);
        }
    }

    /** Returns how the clocks disagree about the challenger, or null; looks at every tenth pair. */
    @Nullable
    String complaint() {
        int pairs = Math.min(incumbent.size(), challenger.size());
        if (pairs == 0 || pairs % EVERY != 0 || incumbent.size() != challenger.size()) {
            return null;
        }
        double batch = median(challenger, Clocks::seconds);
        double launches = Math.abs(median(challenger, Sample::launches) - median(incumbent, Sample::launches));
        double difference = median(challenger, Clocks::beyond) - median(incumbent, Clocks::beyond);
        double allowed = TOLERANCE * batch
                + SECONDS_PER_LAUNCH * launches
                + NOISE * Math.hypot(noise(challenger), noise(incumbent));
        return Math.abs(difference) <= allowed
                ? null
                : String.format(
                        "a batch of %.4g s spends %+.4g s more beside its launches than the incumbent's, by the device's"
                                + " clock; %.4g s could be explained",
                        batch, difference, allowed);
    }

    private static double seconds(Sample sample) {
        return sample.seconds() * sample.launches();
    }

    private static double beyond(Sample sample) {
        return (sample.seconds() - sample.deviceSeconds()) * sample.launches();
    }

    /** Standard error of the median, from the median absolute deviation: 1.2533 and 1.4826 are those of the normal. */
    private static double noise(List<Sample> samples) {
        double middle = median(samples, Clocks::beyond);
        double deviation = median(samples, sample -> Math.abs(beyond(sample) - middle));
        return 1.2533 * 1.4826 * deviation / Math.sqrt(samples.size());
    }

    private static double median(List<Sample> samples, ToDoubleFunction<Sample> value) {
        return Medians.median(samples.stream().mapToDouble(value).toArray());
    }
}
