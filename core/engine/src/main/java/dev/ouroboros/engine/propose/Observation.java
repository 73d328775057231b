package dev.ouroboros.engine.propose;

import dev.ouroboros.engine.evaluation.Evaluation.StageResult;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.space.Setting;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a proposer may know of one evaluated candidate.
 *
 * @param candidate digest of its artifact
 * @param proposal what made it: parents, patches, rationale, proposer and cost; null for the baseline
 * @param settings parameter values by part
 * @param sources digest of the artifact's files other than parameters: equal for candidates that differ in parameters
 *     only
 * @param stages what each stage said, in order, those of confirmation once there was one, with long texts shortened: compiler errors, counterexamples, exact
 *     metrics
 * @param logGain natural logarithm of its gain over the baseline, estimated by the screen until confirmation measured
 *     it; NaN if it did not pass
 * @param failure why it did not pass; null if it did
 * @param ruling what confirmation said; null if it was not confirmed
 */
public record Observation(
        String candidate,
        @Nullable Proposal proposal,
        Map<String, Setting> settings,
        String sources,
        List<StageResult> stages,
        double logGain,
        @Nullable Reason failure,
        @Nullable Ruling ruling) {

    /** The proposer of the baseline. */
    public static final String SEED = "seed";

    /**
     * How a confirmation ended.
     *
     * @param reason one sentence
     */
    public record Ruling(boolean accepted, String reason) {}

    /** Returns whether it was built, correct and screened. */
    public boolean passed() {
        return failure == null;
    }

    /** Returns who proposed it; {@link #SEED} for the baseline. */
    public String proposer() {
        return proposal == null ? SEED : proposal.proposer();
    }

    /** Returns the digests of what it was made from; none for the baseline. */
    public List<String> parents() {
        return proposal == null ? List.of() : proposal.parents();
    }

    /**
     * Returns this observation with what confirmation found.
     *
     * @param checks what the stages said that only confirmation needs
     */
    public Observation ruled(double confirmedLogGain, Ruling confirmed, List<StageResult> checks) {
        var all = Stream.concat(stages.stream(), checks.stream()).toList();
        return new Observation(candidate, proposal, settings, sources, all, confirmedLogGain, failure, confirmed);
    }
}
