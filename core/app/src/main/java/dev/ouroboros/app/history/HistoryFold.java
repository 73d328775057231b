package dev.ouroboros.app.history;

import dev.ouroboros.engine.evaluation.Evaluation;
import dev.ouroboros.engine.loop.LoopEvent;
import dev.ouroboros.engine.loop.LoopEvent.BaselineEvaluated;
import dev.ouroboros.engine.loop.LoopEvent.BlockMeasured;
import dev.ouroboros.engine.loop.LoopEvent.ConfirmationStarted;
import dev.ouroboros.engine.loop.LoopEvent.Decided;
import dev.ouroboros.engine.loop.LoopEvent.Evaluated;
import dev.ouroboros.engine.loop.LoopEvent.Finished;
import dev.ouroboros.engine.loop.LoopEvent.Halted;
import dev.ouroboros.engine.loop.LoopEvent.Kind;
import dev.ouroboros.engine.loop.LoopEvent.Proposed;
import dev.ouroboros.engine.loop.LoopEvent.RerunBlockMeasured;
import dev.ouroboros.engine.loop.LoopEvent.RunStarted;
import dev.ouroboros.engine.loop.LoopEvent.SearchEnded;
import dev.ouroboros.engine.loop.LoopEvent.Verdict;
import dev.ouroboros.engine.loop.LoopEvent.Version;
import dev.ouroboros.engine.measure.PairedSamples;
import dev.ouroboros.engine.propose.Proposal;
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
    private final List<List<PairedSamples>> rerun = new ArrayList<>();
    private @Nullable Evaluation baseline;
    private @Nullable SearchEnded searchEnded;
    private @Nullable Instant rerunBegan;
    private @Nullable Finished finished;
    private @Nullable Halted halted;
    private String incumbent;
    private double incumbentGain = 1;
    private Instant last;
    private long tokens;
    private double dollars;

    private HistoryFold(RunStarted start, Instant began) {
        this.start = start;
        this.incumbent = start.baseline().digest();
        this.last = began;
        versions.put(incumbent, start.baseline());
    }

    static RunHistory fold(List<Stamped> events) {
        if (events.isEmpty() || !(events.getFirst().event() instanceof RunStarted start)) {
            throw new IllegalArgumentException("the events of a run begin with RunStarted, but these with "
                    + (events.isEmpty()
                            ? "nothing"
                            : events.getFirst().event().getClass().getSimpleName()));
        }
        var began = events.getFirst().time();
        var fold = new HistoryFold(start, began);
        for (var stamped : events.subList(1, events.size())) {
            fold.add(stamped.event(), stamped.time());
            fold.last = stamped.time();
        }
        return fold.history(began);
    }

    private void add(LoopEvent event, Instant time) {
        switch (event) {
            case RunStarted _ ->
                throw new IllegalArgumentException(
                        "a run starts once, but run " + start.run() + " has a second RunStarted");
            case BaselineEvaluated(var evaluation) -> baseline = evaluation;
            case Proposed proposed -> propose(proposed);
            case Evaluated evaluated -> evaluate(evaluated, time);
            case ConfirmationStarted started ->
                confirmations.add(new Confirmation(started, List.of(), null, time, time));
            case BlockMeasured(var series) -> {
                var current = current();
                var blocks = new ArrayList<>(current.blocks());
                blocks.add(series);
                confirmations.set(
                        confirmations.size() - 1,
                        new Confirmation(current.start(), blocks, null, current.began(), time));
            }
            case Decided decided -> decide(decided, time);
            case SearchEnded ended -> searchEnded = ended;
            case RerunBlockMeasured(var series) -> {
                rerunBegan = rerunBegan == null ? last : rerunBegan;
                rerun.add(series);
            }
            case Finished end -> finished = end;
            case Halted halt -> halted = halt;
        }
    }

    private void propose(Proposed proposed) {
        batches.put(proposed.batch(), proposed.entries());
        for (var entry : proposed.entries()) {
            count(entry.proposal().cost());
            if (entry.candidate() != null) {
                versions.put(entry.candidate().digest(), entry.candidate());
            }
            if (entry.refusal() != null) {
                refusals.add(new Refusal(entry.proposal(), entry.refusal()));
            }
        }
    }

    private void count(Proposal.Cost cost) {
        tokens += cost.tokens();
        dollars += cost.dollars();
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
                incumbent,
                incumbentGain,
                time,
                Fate.of(evaluated.evaluation(), null)));
    }

    private Confirmation current() {
        if (confirmations.isEmpty() || confirmations.getLast().decided() != null) {
            throw new IllegalArgumentException("a block or a decision outside of any confirmation");
        }
        return confirmations.getLast();
    }

    private void decide(Decided decided, Instant time) {
        var current = current();
        var complete = new Confirmation(current.start(), current.blocks(), decided, current.began(), time);
        confirmations.set(confirmations.size() - 1, complete);
        if (decided.kind() == Kind.CANDIDATE) {
            decisions.put(decided.challenger(), decided);
            if (decided.verdict() == Verdict.ACCEPTED) {
                incumbent = decided.challenger();
                incumbentGain *= complete.gain();
            }
        }
    }

    private RunHistory history(Instant began) {
        var judged = candidates.stream().map(this::judged).toList();
        return new RunHistory(
                start,
                TaskFacts.read(start.taskSource()),
                began,
                last,
                baseline,
                judged,
                refusals,
                confirmations,
                steps(judged),
                searchEnded,
                rerun,
                rerunBegan,
                finished,
                halted,
                versions,
                tokens,
                dollars);
    }

    private Candidate judged(Candidate candidate) {
        return new Candidate(
                candidate.number(),
                candidate.proposal(),
                candidate.version(),
                candidate.evaluation(),
                candidate.incumbent(),
                candidate.incumbentGain(),
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
