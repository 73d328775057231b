package dev.ouroboros.engine.propose;

import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.space.Setting;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a proposer may know of one evaluated candidate.
 *
 * @param candidate digest of its artifact
 * @param settings parameter values by part
 * @param sources digest of the artifact's files other than parameters: equal for candidates that differ in parameters
 *     only
 * @param proposer who proposed it
 * @param logGain natural logarithm of its gain over the baseline, estimated by the screen; NaN if it did not pass
 * @param failure why it did not pass; null if it did
 */
public record Observation(
        String candidate,
        Map<String, Setting> settings,
        String sources,
        String proposer,
        double logGain,
        @Nullable Reason failure) {

    /** Returns whether it was built, correct and screened. */
    public boolean passed() {
        return failure == null;
    }
}
