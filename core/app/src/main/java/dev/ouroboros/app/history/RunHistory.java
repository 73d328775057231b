package dev.ouroboros.app.history;

import dev.ouroboros.engine.evaluation.Evaluation;
import dev.ouroboros.engine.evaluation.Evaluation.StageResult;
import dev.ouroboros.engine.loop.LoopEvent.Finished;
import dev.ouroboros.engine.loop.LoopEvent.Halted;
import dev.ouroboros.engine.loop.LoopEvent.Kind;
import dev.ouroboros.engine.loop.LoopEvent.RerunBlockMeasured;
import dev.ouroboros.engine.loop.LoopEvent.RunStarted;
import dev.ouroboros.engine.loop.LoopEvent.SearchEnded;
import dev.ouroboros.engine.loop.LoopEvent.Version;
import dev.ouroboros.engine.loop.Stamped;
import dev.ouroboros.engine.propose.Spending;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A run as people look at it; a pure fold of its events, complete or not.
 *
 * @param duration from the first event to the last, without the time in which nobody worked on the run
 * @param candidates what was evaluated, in order
 * @param refusals what was refused before it cost an evaluation, in order
 * @param confirmations of candidates and of controls, in order
 * @param steps the accepted candidates, in order
 * @param rerun blocks of the fresh re-run of the baseline against the best
 * @param secrets the keys from which inputs were drawn, revealed when no candidate ran any more
 * @param versions every artifact the events name, by digest
 * @param spending on models and by agents from outside
 * @param notes what proposers had to say to people, in order
 */
public record RunHistory(
        RunStarted start,
        TaskFacts task,
        Instant began,
        Duration duration,
        @Nullable Evaluation baseline,
        List<Candidate> candidates,
        List<Refusal> refusals,
        List<Confirmation> confirmations,
        List<Step> steps,
        @Nullable SearchEnded searchEnded,
        List<RerunBlockMeasured> rerun,
        Duration rerunDuration,
        @Nullable Finished finished,
        @Nullable Halted halted,
        List<String> secrets,
        Map<String, Version> versions,
        Spending spending,
        List<String> notes) {

    public RunHistory {
        candidates = List.copyOf(candidates);
        refusals = List.copyOf(refusals);
        confirmations = List.copyOf(confirmations);
        steps = List.copyOf(steps);
        rerun = List.copyOf(rerun);
        secrets = List.copyOf(secrets);
        notes = List.copyOf(notes);
        versions = Map.copyOf(versions);
    }

    /** How a run stands. */
    public enum Status {
        UNFINISHED,
        FINISHED,
        HALTED
    }

    /**
     * Reads the events of one run.
     *
     * @throws IllegalArgumentException if they do not begin with {@link RunStarted}, or name what no earlier event made
     */
    public static RunHistory of(List<Stamped> events) {
        return HistoryFold.fold(events);
    }

    /** Returns how the run stands. */
    public Status status() {
        if (halted != null) {
            return Status.HALTED;
        }
        return finished != null ? Status.FINISHED : Status.UNFINISHED;
    }

    /** Returns the best version so far: that of the last step, or the baseline. */
    public Version best() {
        return steps.isEmpty() ? start.baseline() : steps.getLast().candidate().version();
    }

    /** Returns what the stages that only confirmation needs said of a candidate; nothing if it was not confirmed. */
    public List<StageResult> checks(String candidate) {
        return confirmations.stream()
                .filter(confirmation -> confirmation.start().kind() == Kind.CANDIDATE
                        && confirmation.start().challenger().equals(candidate))
                .flatMap(confirmation -> confirmation.checks().stream())
                .toList();
    }

    /** Returns what every stage said of a candidate or of the seed, in order. */
    public List<StageResult> stages(String candidate) {
        var first = candidate.equals(start.baseline().digest())
                ? Stream.ofNullable(baseline)
                : candidates.stream()
                        .filter(one -> one.digest().equals(candidate))
                        .map(Candidate::evaluation);
        return Stream.concat(first.flatMap(evaluation -> evaluation.stages().stream()), checks(candidate).stream())
                .toList();
    }

    /** Returns the files that stages left of a candidate or of the seed. */
    public List<AttachedFile> attached(String candidate) {
        return AttachedFile.of(stages(candidate));
    }

    /** Returns the confirmations of controls. */
    public List<Confirmation> controls() {
        return confirmations.stream()
                .filter(confirmation -> confirmation.start().kind() != Kind.CANDIDATE)
                .toList();
    }
}
