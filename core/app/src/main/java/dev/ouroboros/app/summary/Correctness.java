package dev.ouroboros.app.summary;

import dev.ouroboros.engine.evaluation.Evaluation.StageResult;
import dev.ouroboros.engine.evaluation.Measurement;
import dev.ouroboros.engine.evaluation.Outcome;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How far the correctness of the best is established. */
enum Correctness {
    NONE,
    /** Every stage passed; a proof for some cycles only is a test. */
    TESTED,
    /** Every accepted step was proved to do what the seed does, in every part. */
    PROVED;

    /** The name by which a layer's stage says that it proves, and does not only test. */
    private static final String PROOF = "proof";

    /**
     * Returns what the stages of a run amount to.
     *
     * @param baseline what the stages said of the baseline, which every part has
     * @param accepted what the stages of confirmation said, for each accepted step
     */
    static Correctness of(List<StageResult> baseline, List<List<StageResult>> accepted) {
        // The screen is a stage of no part.
        Set<String> parts = baseline.stream()
                .map(StageResult::stage)
                .filter(stage -> stage.contains("/"))
                .map(stage -> stage.replaceFirst("/.*", ""))
                .collect(Collectors.toSet());
        boolean proved = !accepted.isEmpty()
                && accepted.stream().allMatch(checks -> parts.stream().allMatch(part -> proved(part, checks)));
        return proved ? PROVED : TESTED;
    }

    private static boolean proved(String part, List<StageResult> checks) {
        return checks.stream()
                .anyMatch(result -> result.stage().equals(part + "/" + PROOF)
                        && result.outcome() instanceof Outcome.Passed passed
                        && passed.measurements().stream()
                                .noneMatch(each -> each.metric().equals(Measurement.BOUNDED_CYCLES)));
    }
}
