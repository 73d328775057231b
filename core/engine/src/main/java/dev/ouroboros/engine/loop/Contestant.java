package dev.ouroboros.engine.loop;

import dev.ouroboros.engine.evaluation.Measurement;
import dev.ouroboros.engine.evaluation.PairedSamples;
import dev.ouroboros.engine.propose.Credit;
import java.util.List;
import java.util.Map;

/**
 * A candidate that passed the cascade.
 *
 * @param exact its exact metrics, by {@code part.metric}
 * @param screen its screen, one series for each timed part
 * @param logGain ln of its gain over the baseline, by the screen until it is confirmed
 * @param index its place in the history
 */
public record Contestant(
        LoopEvent.Version version,
        Map<String, Measurement> exact,
        List<PairedSamples> screen,
        double logGain,
        Credit credit,
        int index) {

    Contestant withLogGain(double other) {
        return new Contestant(version, exact, screen, other, credit, index);
    }
}
