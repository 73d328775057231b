package dev.ouroboros.engine.loop;

import dev.ouroboros.engine.dispatch.Cascade;
import dev.ouroboros.engine.evaluation.Evaluation;
import dev.ouroboros.engine.evaluation.Medians;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.Reason;
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
import dev.ouroboros.engine.propose.Credit;
import dev.ouroboros.engine.propose.Observation;
import dev.ouroboros.engine.propose.Observation.Ruling;
import dev.ouroboros.engine.propose.Refused;
import dev.ouroboros.engine.propose.Spending;
import dev.ouroboros.engine.task.Task;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePVector;

/**
 * All that the loop knows of a run: the fold of its events. Immutable.
 *
 * @param started the first event
 * @param baseline the seed once it was evaluated; null before
 * @param incumbent the best accepted contestant, at first the baseline; null before that was evaluated
 * @param confirmation the one under way; null if none
 * @param finalControls what controls were confirmed since the search ended
 * @param closed whether the run is finished or halted
 */
public record RunState(
        RunStarted started,
        @Nullable Contestant baseline,
        @Nullable Contestant incumbent,
        Search search,
        @Nullable Confirmation confirmation,
        Tally tally,
        List<Kind> finalControls,
        Rerun rerun,
        boolean closed,
        ActiveTime time) {

    /** Returns the state after the first event. */
    public static RunState initial(Task task, Stamped first) {
        if (!(first.event() instanceof RunStarted started)) {
            throw new IllegalArgumentException("the first event of a run is its start, not " + first.event());
        }
        return new RunState(
                started,
                null,
                null,
                Search.NOTHING.knowing(Known.baseline(task, started.baseline())),
                null,
                Tally.ZERO,
                List.of(),
                Rerun.NONE,
                false,
                ActiveTime.startingAt(first.at()));
    }

    /** Returns the fold of all events of a run. */
    public static RunState of(Task task, List<Stamped> events) {
        var state = initial(task, events.getFirst());
        for (var stamped : events.subList(1, events.size())) {
            state = state.with(stamped);
        }
        return state;
    }

    /** Returns the state after one more event. */
    public RunState with(Stamped stamped) {
        var next = switch (stamped.event()) {
            case RunStarted again -> throw new IllegalStateException("a run starts once, not again: " + again);
            case BaselineEvaluated event -> baseline(event.evaluation());
            case Exchanged event -> counting(tally.spending(event.proposer(), Spending.of(event.usage())));
            case ConfirmationAsked event -> searching(search.asking(event.candidate()));
            case Proposed event -> proposed(event);
            case Evaluated event -> evaluated(event);
            case SearchEnded event -> searching(search.ended(event.why()));
            case ConfirmationStarted event -> confirming(event);
            case ChallengerChecked event -> confirmation(current().checked(event.stages()));
            case BlockMeasured event -> confirmation(current().plus(event.logGain()));
            case BlockFailed event -> confirmation(current().failed(event.outcome()));
            case Decided event -> decided(event);
            case RerunBlockMeasured event -> rerun(rerun.plus(event));
            case Resumed _, SecretRevealed _, Noted _ -> this;
            case Finished _ -> close();
            case Halted _ -> close();
        };
        return next.timed(time.at(stamped));
    }

    Contestant requireIncumbent() {
        if (incumbent == null) {
            throw new IllegalStateException("there is no incumbent before the baseline was evaluated");
        }
        return incumbent;
    }

    Contestant requireBaseline() {
        if (baseline == null) {
            throw new IllegalStateException("the baseline was not evaluated yet");
        }
        return baseline;
    }

    private Confirmation current() {
        if (confirmation == null) {
            throw new IllegalStateException("no confirmation is under way");
        }
        return confirmation;
    }

    private RunState baseline(Evaluation evaluation) {
        if (!evaluation.passed()) {
            return close();
        }
        var known = search.known(started.baseline().digest());
        var contestant = new Contestant(
                known.version(),
                Cascade.exactMetrics(evaluation.stages()),
                evaluation.screen(),
                0,
                Credit.PARAMETERS,
                0);
        var observed = search.observed(observation(known, evaluation, 0, null));
        return new RunState(
                started, contestant, contestant, observed, confirmation, tally, finalControls, rerun, closed, time);
    }

    private RunState proposed(Proposed event) {
        var pending = new ArrayList<Pending>();
        var refused = new ArrayList<Refused>();
        var counted = tally;
        for (int i = 0; i < event.entries().size(); i++) {
            var entry = event.entries().get(i);
            if (entry.candidate() != null) {
                pending.add(new Pending(event.batch(), i, entry.proposal(), entry.candidate()));
            }
            if (entry.refusal() != null) {
                refused.add(new Refused(
                        entry.proposal(),
                        entry.refusal().reason(),
                        entry.refusal().message()));
            }
            if (entry.declaresCost()) {
                counted = counted.spending(
                        entry.proposal().proposer(),
                        Spending.of(entry.proposal().cost()));
            }
        }
        return searching(search.refusing(refused).pending(pending)).counting(counted.proposed(pending.isEmpty()));
    }

    private RunState evaluated(Evaluated event) {
        var known = search.known(event.candidate());
        var evaluation = event.evaluation();
        var failure = evaluation.passed()
                ? null
                : reason(evaluation.stages().getLast().outcome());
        var seen = search.withoutFirstPending();
        if (failure == null) {
            var contestant = new Contestant(
                    known.version(),
                    Cascade.exactMetrics(evaluation.stages()),
                    evaluation.screen(),
                    event.logGain(),
                    known.proposal() == null
                            ? Credit.PARAMETERS
                            : known.proposal().credit(),
                    search.history().size());
            seen = seen.pooled(contestant);
        }
        return searching(seen.observed(observation(known, evaluation, event.logGain(), failure)))
                .counting(tally.evaluated());
    }

    private RunState confirming(ConfirmationStarted event) {
        var counted = event.kind() == Kind.CANDIDATE ? tally.confirming(search.end() != null) : tally.controlling();
        var asked = event.kind() == Kind.CANDIDATE ? searching(search.asking(null)) : this;
        return asked.confirmation(
                        new Confirmation(event, event.kind() != Kind.CANDIDATE, List.of(), TreePVector.empty(), null))
                .counting(counted);
    }

    private RunState decided(Decided event) {
        var ended = confirmation(null);
        if (event.kind() != Kind.CANDIDATE) {
            if (search.end() == null) {
                return ended;
            }
            var done = new ArrayList<>(finalControls);
            done.add(event.kind());
            return new RunState(
                    started, baseline, incumbent, search, null, tally, List.copyOf(done), rerun, closed, time);
        }
        var challenger = search.pooledOf(event.challenger());
        var rest = search.withoutPooled(event.challenger());
        var gains = current().gains();
        double truer =
                gains.length == 0 ? challenger.logGain() : requireIncumbent().logGain() + Medians.median(gains);
        var corrected = ended.searching(rest.corrected(
                challenger.index(), truer, ruling(event), Told.of(current().stages())));
        return event.verdict() == Verdict.ACCEPTED ? corrected.accepting(challenger.withLogGain(truer)) : corrected;
    }

    private RunState accepting(Contestant challenger) {
        return new RunState(
                started,
                baseline,
                challenger,
                search,
                confirmation,
                tally.accepting(),
                finalControls,
                rerun,
                closed,
                time);
    }

    private RunState searching(Search other) {
        return new RunState(
                started, baseline, incumbent, other, confirmation, tally, finalControls, rerun, closed, time);
    }

    private RunState confirmation(@Nullable Confirmation other) {
        return new RunState(started, baseline, incumbent, search, other, tally, finalControls, rerun, closed, time);
    }

    private RunState counting(Tally other) {
        return new RunState(
                started, baseline, incumbent, search, confirmation, other, finalControls, rerun, closed, time);
    }

    private RunState rerun(Rerun other) {
        return new RunState(
                started, baseline, incumbent, search, confirmation, tally, finalControls, other, closed, time);
    }

    private RunState close() {
        return new RunState(
                started, baseline, incumbent, search, confirmation, tally, finalControls, rerun, true, time);
    }

    private RunState timed(ActiveTime other) {
        return new RunState(
                started, baseline, incumbent, search, confirmation, tally, finalControls, rerun, closed, other);
    }

    private static Observation observation(
            Known known, Evaluation evaluation, double logGain, @Nullable Reason failure) {
        return new Observation(
                known.version().digest(),
                known.proposal(),
                known.settings(),
                known.sources(),
                Told.of(evaluation.stages()),
                logGain,
                failure,
                null);
    }

    private static Ruling ruling(Decided event) {
        var reason = event.failure() == null ? event.reason() : event.reason() + ": " + words(event.failure());
        return new Ruling(event.verdict() == Verdict.ACCEPTED, reason);
    }

    private static String words(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Passed _ -> "";
            case Outcome.Rejected(var _, var message, var _) -> message;
            case Outcome.Faulted(var message) -> message;
            case Outcome.TimedOut(var message) -> message;
        };
    }

    private static Reason reason(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Rejected rejected -> rejected.reason();
            case Outcome.TimedOut _ -> Reason.TIMEOUT;
            case Outcome.Faulted _ -> Reason.FAULTED;
            case Outcome.Passed passed -> throw new IllegalStateException("not a failure: " + passed);
        };
    }
}
