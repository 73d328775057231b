package dev.ouroboros.app.history;

import dev.ouroboros.engine.evaluation.Evaluation;
import dev.ouroboros.engine.evaluation.Evaluation.StageResult;
import dev.ouroboros.engine.loop.LoopEvent.BaselineEvaluated;
import dev.ouroboros.engine.loop.LoopEvent.BlockFailed;
import dev.ouroboros.engine.loop.LoopEvent.BlockMeasured;
import dev.ouroboros.engine.loop.LoopEvent.ChallengerChecked;
import dev.ouroboros.engine.loop.LoopEvent.ConfirmationAsked;
import dev.ouroboros.engine.loop.LoopEvent.ConfirmationStarted;
import dev.ouroboros.engine.loop.LoopEvent.Decided;
import dev.ouroboros.engine.loop.LoopEvent.Evaluated;
import dev.ouroboros.engine.loop.LoopEvent.Exchanged;
import dev.ouroboros.engine.loop.LoopEvent.Finished;
import dev.ouroboros.engine.loop.LoopEvent.Halted;
import dev.ouroboros.engine.loop.LoopEvent.Kind;
import dev.ouroboros.engine.loop.LoopEvent.Noted;
import dev.ouroboros.engine.loop.LoopEvent.Proposed;
import dev.ouroboros.engine.loop.LoopEvent.RerunBlockMeasured;
import dev.ouroboros.engine.loop.LoopEvent.Resumed;
import dev.ouroboros.engine.loop.LoopEvent.RunStarted;
import dev.ouroboros.engine.loop.LoopEvent.SearchEnded;
import dev.ouroboros.engine.loop.LoopEvent.SecretRevealed;
import dev.ouroboros.engine.loop.LoopEvent.Verdict;
import dev.ouroboros.engine.loop.LoopEvent.Version;
import dev.ouroboros.engine.loop.Stamped;
import dev.ouroboros.engine.propose.Spending;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Folds events into a {@link RunHistory}; one instance reads one run once. */
final class HistoryFold {
    private final RunStarted start;
    private final Map<String, Version> versions = new HashMap<>();
    private final Map<Integer, List<Proposed.Entry>> batches = new HashMap<>();
    private final List<Candidate> candidates = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<Confirmation> confirmations = new ArrayList<>();
    private final Map<String, Decided> decisions = new HashMap<>();
    private final List<RerunBlockMeasured> rerun = new ArrayList<>();
    private @Nullable Evaluation baseline;
    private @Nullable SearchEnded searchEnded;
    private Duration rerunDuration = Duration.ZERO;
    private @Nullable Finished finished;
    private @Nullable Halted halted;
    private final List<String> secrets = new ArrayList<>();
    private Duration worked = Duration.ZERO;
    private Duration confirmationBegan = Duration.ZERO;
    private Instant last;
    private Spending spending = Spending.NONE;
    private final List<String> notes = new ArrayList<>();

    private HistoryFold(RunStarted start, Instant began) {
        this.start = start;
        this.last = began;
        versions.put(start.baseline().digest(), start.baseline());
    }

    static RunHistory fold(List<Stamped> events) {
        if (events.isEmpty() || !(events.getFirst().event() instanceof RunStarted start)) {
            throw new IllegalArgumentException("the events of a run begin with RunStarted, but these with "
                    + (events.isEmpty()
                            ? "nothing"
                            : events.getFirst().event().getClass().getSimpleName()));
        }
        var began = events.getFirst().at();
        var fold = new HistoryFold(start, began);
        for (var stamped : events.subList(1, events.size())) {
            fold.add(stamped);
        }
        return fold.history(began);
    }

    private void add(Stamped stamped) {
        var passed = Duration.between(last, stamped.at());
        last = stamped.at();
        switch (stamped.event()) {
            case RunStarted _ ->
                throw new IllegalArgumentException(
                        "a run starts once, but run " + start.run() + " has a second RunStarted");
            case Resumed _ -> passed = Duration.ZERO;
            case BaselineEvaluated(var evaluation) -> baseline = evaluation;
            case Exchanged exchanged -> count(Spending.of(exchanged.usage()));
            case Noted(var text) -> notes.add(text);
            case ConfirmationAsked _ -> {}
            case Proposed proposed -> propose(proposed);
            case Evaluated evaluated -> evaluate(evaluated, stamped.at());
            case ConfirmationStarted started -> {
                confirmations.add(new Confirmation(started, List.of(), List.of(), null, Duration.ZERO));
                confirmationBegan = worked.plus(passed);
            }
            case ChallengerChecked(var stages) -> {
                var current = current();
                replace(current, stages, current.blocks(), null, passed);
            }
            case BlockMeasured block -> {
                var current = current();
                var blocks = new ArrayList<>(current.blocks());
                blocks.add(block);
                replace(current, current.checks(), blocks, null, passed);
            }
            case BlockFailed _ -> {
                var current = current();
                replace(current, current.checks(), current.blocks(), null, passed);
            }
            case Decided decided -> {
                var current = current();
                replace(current, current.checks(), current.blocks(), decided, passed);
                if (decided.kind() == Kind.CANDIDATE) {
                    decisions.put(decided.challenger(), decided);
                }
            }
            case SearchEnded ended -> searchEnded = ended;
            case RerunBlockMeasured block -> {
                rerun.add(block);
                rerunDuration = rerunDuration.plus(passed);
            }
            case SecretRevealed(var key) -> secrets.add(key);
            case Finished end -> finished = end;
            case Halted halt -> halted = halt;
        }
        worked = worked.plus(passed);
    }

    private void replace(
            Confirmation current,
            List<StageResult> checks,
            List<BlockMeasured> blocks,
            @Nullable Decided decided,
            Duration passed) {
        var duration = worked.plus(passed).minus(confirmationBegan);
        confirmations.set(
                confirmations.size() - 1, new Confirmation(current.start(), checks, blocks, decided, duration));
    }

    private void propose(Proposed proposed) {
        batches.put(proposed.batch(), proposed.entries());
        for (var entry : proposed.entries()) {
            if (entry.declaresCost()) {
                count(Spending.of(entry.proposal().cost()));
            }
            if (entry.candidate() != null) {
                versions.put(entry.candidate().digest(), entry.candidate());
            }
            if (entry.refusal() != null) {
                refusals.add(new Refusal(entry.proposal(), entry.refusal()));
            }
        }
    }

    private void count(Spending more) {
        spending = spending.plus(more);
    }

    private void evaluate(Evaluated evaluated, Instant time) {
        var entries = batches.getOrDefault(evaluated.batch(), List.of());
        var version = versions.get(evaluated.candidate());
        if (evaluated.entry() < 0 || evaluated.entry() >= entries.size() || version == null) {
            throw new IllegalArgumentException("entry " + evaluated.entry() + " of batch " + evaluated.batch()
                    + " was evaluated, but never proposed");
        }
        candidates.add(new Candidate(
                candidates.size() + 1,
                entries.get(evaluated.entry()).proposal(),
                version,
                evaluated.evaluation(),
                evaluated.logGain(),
                time,
                Fate.of(evaluated.evaluation(), null)));
    }

    private Confirmation current() {
        if (confirmations.isEmpty() || confirmations.getLast().decided() != null) {
            throw new IllegalArgumentException("a block or a decision outside of any confirmation");
        }
        return confirmations.getLast();
    }

    private RunHistory history(Instant began) {
        var judged = candidates.stream().map(this::judged).toList();
        return new RunHistory(
                start,
                TaskFacts.read(start.taskSource()),
                began,
                worked,
                baseline,
                judged,
                refusals,
                confirmations,
                steps(judged),
                searchEnded,
                rerun,
                rerunDuration,
                finished,
                halted,
                secrets,
                versions,
                spending,
                notes);
    }

    private Candidate judged(Candidate candidate) {
        return new Candidate(
                candidate.number(),
                candidate.proposal(),
                candidate.version(),
                candidate.evaluation(),
                candidate.logGain(),
                candidate.time(),
                Fate.of(candidate.evaluation(), decisions.get(candidate.digest())));
    }

    private List<Step> steps(List<Candidate> judged) {
        var byDigest = new HashMap<String, Candidate>();
        judged.forEach(candidate -> byDigest.put(candidate.digest(), candidate));
        var steps = new ArrayList<Step>();
        var before = start.baseline();
        double gain = 1;
        for (var confirmation : confirmations) {
            var accepted = byDigest.get(confirmation.start().challenger());
            if (confirmation.start().kind() == Kind.CANDIDATE
                    && confirmation.ended(Verdict.ACCEPTED)
                    && accepted != null) {
                var step = new Step(steps.size() + 1, accepted, confirmation, before, gain);
                steps.add(step);
                before = accepted.version();
                gain = step.gainAfter();
            }
        }
        return steps;
    }
}
