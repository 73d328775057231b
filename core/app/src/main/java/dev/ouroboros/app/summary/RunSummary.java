package dev.ouroboros.app.summary;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ouroboros.app.history.Candidate;
import dev.ouroboros.app.history.Confirmation;
import dev.ouroboros.app.history.Fate;
import dev.ouroboros.app.history.Landscape;
import dev.ouroboros.app.history.RunHistory;
import dev.ouroboros.app.history.RunHistory.Status;
import dev.ouroboros.app.history.Step;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.loop.LoopEvent.Finished;
import dev.ouroboros.engine.loop.LoopEvent.Kind;
import dev.ouroboros.engine.loop.LoopEvent.Verdict;
import dev.ouroboros.engine.pareto.Point;
import dev.ouroboros.engine.propose.Credit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code run --json} prints. Scripts rely on the names; keys may be added, never changed.
 *
 * @param evaluations candidates that went through the cascade; refused proposals cost none and are not among them
 * @param acceptedBy accepted candidates by what gets the credit, every key always present
 * @param rejected all others by reason, every key always present; duplicates and patches that do not fit were refused
 *     before they cost an evaluation
 * @param objectives by metric, the one that decides first
 * @param front the seed and accepted candidates that no other one dominates; empty unless two objectives or more were measured
 * @param proof how far the correctness of the best is established: {@code none}, {@code tested} or {@code proved}
 * @param wallSeconds from the first event to the last
 * @param report where the HTML report lies; null if none was written
 * @param status {@code finished}, {@code unfinished} (running, interrupted or killed; resumable) or {@code halted}
 * @param sandbox what candidates ran in; {@code none} means that nothing held them
 * @param halted why the guard stopped the run; null if it did not
 * @param hypervolume what the front dominates, 1 if that is no more than the seed alone does; null without a front
 */
public record RunSummary(
        String run,
        String task,
        List<String> layers,
        long seed,
        int evaluations,
        int accepted,
        @JsonProperty("accepted_by") Map<String, Integer> acceptedBy,
        Map<String, Integer> rejected,
        Baseline baseline,
        Best best,
        Map<String, Values> objectives,
        List<String> front,
        String proof,
        @JsonProperty("wall_s") double wallSeconds,
        long tokens,
        @JsonProperty("cost_usd") double dollars,
        @Nullable String report,
        String status,
        String proposer,
        String sandbox,
        @Nullable String device,
        int confirmations,
        Controls controls,
        @Nullable String halted,
        @Nullable Double hypervolume) {

    /** The objective and its value for the unmodified seed; null before the fresh re-run. */
    public record Baseline(
            String metric, String unit, @Nullable Double value) {}

    /**
     * The best candidate; all figures come from the fresh re-run and are null before it, and in a halted run.
     *
     * @param gain over the baseline, above 1 is better
     * @param gainLow lower end of its 99 % interval
     * @param gainHigh upper end of its 99 % interval
     */
    public record Best(
            String candidate,
            @Nullable Double value,
            @Nullable Double gain,
            @JsonProperty("gain_low") @Nullable Double gainLow,
            @JsonProperty("gain_high") @Nullable Double gainHigh) {}

    /** One objective's values; null if not measured, of the one that decides before the fresh re-run. */
    public record Values(
            @Nullable Double baseline, @Nullable Double best) {}

    /** Confirmations of what cannot be better: how many were decided, and how many of them were accepted. */
    public record Controls(int decided, int accepted) {}

    /** Returns the summary of a run. */
    public static RunSummary of(RunHistory history, @Nullable String report) {
        var start = history.start();
        var task = history.task();
        var finished = history.status() == Status.FINISHED ? history.finished() : null;
        var landscape = Landscape.of(history);
        return new RunSummary(
                start.run(),
                start.task(),
                start.layers(),
                start.seed(),
                history.candidates().size(),
                history.steps().size(),
                acceptedBy(history.steps()),
                rejected(history),
                new Baseline(task.metric(), task.unit(), finished == null ? null : known(finished.baselineValue())),
                best(history, finished),
                objectives(history, landscape, finished),
                landscape.front().members().stream().map(Point::candidate).toList(),
                correctness(history).name().toLowerCase(Locale.ROOT),
                history.duration().toMillis() / 1e3,
                history.spending().tokens(),
                history.spending().dollars(),
                report,
                history.status().name().toLowerCase(Locale.ROOT),
                start.proposer(),
                start.sandbox(),
                start.device(),
                (int) history.confirmations().stream()
                        .filter(confirmation -> confirmation.start().kind() == Kind.CANDIDATE)
                        .count(),
                controls(history),
                history.halted() == null ? null : history.halted().reason(),
                landscape.hypervolume());
    }

    private static Map<String, Values> objectives(
            RunHistory history, Landscape landscape, @Nullable Finished finished) {
        var best = history.best().digest();
        var place = landscape.places().stream()
                .filter(one -> one.candidate().equals(best))
                .findFirst()
                .orElse(landscape.seed());
        var objectives = new LinkedHashMap<String, Values>();
        objectives.put(history.task().metric(), values(finished));
        if (history.halted() == null) {
            history.task().objectives().stream()
                    .skip(1)
                    .forEach(goal -> objectives.put(
                            goal.metric(), new Values(landscape.seed().value(goal), place.value(goal))));
        }
        return objectives;
    }

    private static Correctness correctness(RunHistory history) {
        var baseline = history.baseline();
        return baseline == null || history.halted() != null
                ? Correctness.NONE
                : Correctness.of(
                        baseline.stages(),
                        history.confirmations().stream()
                                .filter(confirmation -> confirmation.start().kind() == Kind.CANDIDATE
                                        && confirmation.ended(Verdict.ACCEPTED))
                                .map(Confirmation::checks)
                                .toList());
    }

    private static Map<String, Integer> acceptedBy(List<Step> steps) {
        var counts = new LinkedHashMap<String, Integer>();
        for (var credit : Credit.values()) {
            counts.put(credit.label(), 0);
        }
        steps.forEach(step -> counts.merge(step.candidate().proposal().credit().label(), 1, Integer::sum));
        return counts;
    }

    private static Map<String, Integer> rejected(RunHistory history) {
        var counts = new LinkedHashMap<String, Integer>();
        for (var reason : Reason.values()) {
            counts.put(reason.label(), 0);
        }
        history.refusals()
                .forEach(refusal -> counts.merge(refusal.why().reason().label(), 1, Integer::sum));
        history.candidates().stream().map(Candidate::fate).forEach(fate -> {
            if (fate instanceof Fate.NotAccepted(var reason, var _, var _)) {
                counts.merge(reason.label(), 1, Integer::sum);
            }
        });
        return counts;
    }

    private static Best best(RunHistory history, @Nullable Finished finished) {
        return finished == null
                ? new Best(history.best().digest(), null, null, null, null)
                : new Best(
                        finished.best(),
                        known(finished.bestValue()),
                        known(finished.gain()),
                        known(finished.gainLow()),
                        known(finished.gainHigh()));
    }

    private static Values values(@Nullable Finished finished) {
        return finished == null
                ? new Values(null, null)
                : new Values(known(finished.baselineValue()), known(finished.bestValue()));
    }

    private static Controls controls(RunHistory history) {
        var decided = history.controls().stream()
                .filter(control -> control.decided() != null)
                .toList();
        return new Controls(decided.size(), (int) decided.stream()
                .filter(control -> control.ended(Verdict.ACCEPTED))
                .count());
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
