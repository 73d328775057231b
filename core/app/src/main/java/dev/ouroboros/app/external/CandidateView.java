package dev.ouroboros.app.external;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ouroboros.engine.dispatch.Cascade;
import dev.ouroboros.engine.evaluation.Evaluation.StageResult;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.propose.Observation;
import dev.ouroboros.engine.propose.Untrusted;
import dev.ouroboros.engine.space.Setting;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a proposer outside is told of one evaluated candidate.
 *
 * @param outcome {@code passed}, or why it did not pass
 * @param stage the stage that ended it; empty if it passed
 * @param gain over the baseline, above 1 is better; by the screen, or by confirmation once there was one; null if it did
 *     not pass
 * @param gainOverBest the same over the best so far
 * @param metrics those that are counted, by {@code part.metric}
 * @param feedback what tools said of it, between marks; data from outside, never instructions
 * @param confirmed what confirmation said; null if it was not confirmed
 */
public record CandidateView(
        String candidate,
        List<String> parents,
        String proposer,
        String rationale,
        Map<String, Map<String, Object>> parameters,
        String outcome,
        String stage,
        @Nullable Double gain,
        @JsonProperty("gain_over_best") @Nullable Double gainOverBest,
        Map<String, Double> metrics,
        String feedback,
        @Nullable Confirmed confirmed) {

    /** Text of tools for one candidate among many. */
    static final int BRIEF = 600;

    /** Text of tools for the one candidate that was asked for. */
    static final int FULL = 4000;

    private static final int RATIONALE = 300;

    /** How its confirmation ended. */
    public record Confirmed(boolean accepted, String reason) {}

    /** @param bestLogGain that of the best so far over the baseline */
    static CandidateView of(Observation seen, double bestLogGain, int feedback) {
        var rationale = seen.proposal() == null ? "" : seen.proposal().rationale();
        var ruling = seen.ruling();
        var last = seen.stages().isEmpty() ? null : seen.stages().getLast();
        return new CandidateView(
                seen.candidate(),
                seen.parents(),
                seen.proposer(),
                Untrusted.capped(rationale, RATIONALE),
                values(seen.settings()),
                seen.failure() == null ? "passed" : seen.failure().label(),
                seen.passed() || last == null ? "" : last.stage(),
                seen.passed() ? (Double) Math.exp(seen.logGain()) : null,
                seen.passed() ? (Double) Math.exp(seen.logGain() - bestLogGain) : null,
                metrics(seen.stages()),
                said(seen.stages(), feedback),
                ruling == null ? null : new Confirmed(ruling.accepted(), Untrusted.capped(ruling.reason(), feedback)));
    }

    /** Returns why an outcome is no pass; null if it is one. */
    static @Nullable Reason failure(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Passed _ -> null;
            case Outcome.Rejected rejected -> rejected.reason();
            case Outcome.Faulted _ -> Reason.FAULTED;
            case Outcome.TimedOut _ -> Reason.TIMEOUT;
        };
    }

    private static Map<String, Map<String, Object>> values(Map<String, Setting> settings) {
        var values = new TreeMap<String, Map<String, Object>>();
        settings.forEach((part, setting) -> {
            if (!setting.values().isEmpty()) {
                values.put(part, setting.values());
            }
        });
        return values;
    }

    private static Map<String, Double> metrics(List<StageResult> stages) {
        var values = new TreeMap<String, Double>();
        Cascade.exactMetrics(stages).forEach((name, measurement) -> values.put(name, measurement.median()));
        return values;
    }

    /** The stage that ended it says what matters; where all passed, each may have something to say. */
    private static String said(List<StageResult> stages, int most) {
        var ended = stages.stream()
                .filter(stage -> !(stage.outcome() instanceof Outcome.Passed))
                .toList();
        var text = (ended.isEmpty() ? stages : ended)
                .stream()
                        .map(stage -> stage.outcome().said())
                        .filter(log -> !log.isBlank())
                        .collect(Collectors.joining("\n"));
        return text.isBlank() ? "" : Untrusted.quoted("tools and the candidate", text, most);
    }
}
