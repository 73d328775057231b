package dev.ouroboros.engine.loop;

import dev.ouroboros.engine.evaluation.Medians;
import dev.ouroboros.engine.gate.Decision;
import dev.ouroboros.engine.gate.ErrorBudget;
import dev.ouroboros.engine.gate.Estimate;
import dev.ouroboros.engine.gate.ExactGate;
import dev.ouroboros.engine.gate.Gate;
import dev.ouroboros.engine.gate.GatePolicy;
import dev.ouroboros.engine.loop.LoopEvent.ConfirmationStarted;
import dev.ouroboros.engine.loop.LoopEvent.Decided;
import dev.ouroboros.engine.loop.LoopEvent.Finished;
import dev.ouroboros.engine.loop.LoopEvent.Halted;
import dev.ouroboros.engine.loop.LoopEvent.Kind;
import dev.ouroboros.engine.loop.LoopEvent.SearchEnded;
import dev.ouroboros.engine.loop.LoopEvent.SearchEnded.Why;
import dev.ouroboros.engine.loop.LoopEvent.Verdict;
import dev.ouroboros.engine.measure.Scoring;
import dev.ouroboros.engine.task.AcceptRule;
import dev.ouroboros.engine.task.Budget;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Chooses what to do next. Pure: the same state gives the same action, which is what lets {@code replay} derive every
 * decision again.
 *
 * @param control the control task's two artifacts that must never differ; null if no layer of the task brings one
 */
public record Planner(
        AcceptRule accept,
        Budget budget,
        Scoring scoring,
        Schedule schedule,
        @Nullable ControlPair control) {

    /** Batches in a row without anything new after which the space counts as exhausted. */
    private static final int BARREN = 3;

    /** The search gets at least this part of the time. */
    private static final int LEAST_SEARCH = 4;

    /** What the controls take, which mostly end after a block or two each. */
    private static final int CONTROL_BLOCKS = 4;

    /** The two sides of a control: digests of artifacts whose difference has no effect. */
    public record ControlPair(String incumbent, String challenger) {}

    /** Returns what to do in this state; {@code timeUp} is whether the time of the budget is spent. */
    public Action next(RunState state, boolean timeUp) {
        if (state.closed()) {
            return new Action.Stop();
        }
        if (state.baseline() == null) {
            return new Action.EvaluateBaseline();
        }
        if (state.confirmation() != null) {
            return confirm(state, state.confirmation());
        }
        if (state.search().end() != null) {
            return conclude(state);
        }
        return state.search().pending().isEmpty() || timeUp
                ? search(state, timeUp)
                : new Action.Evaluate(state.search().pending());
    }

    /** Returns how much of the time of the budget the search may use, so that what follows it fits into the rest. */
    Duration searchTime(RunState state) {
        var left = budget.time().minus(closingTime(state));
        var least = budget.time().dividedBy(LEAST_SEARCH);
        return left.compareTo(least) > 0 ? left : least;
    }

    /** One more confirmation, the controls and the re-run, at the pace of the blocks so far. */
    private Duration closingTime(RunState state) {
        if (exact()) {
            return Duration.ZERO;
        }
        var pace = state.time().pace();
        var confirmed = state.tally().accepted() > 0 ? pace.latest() : pace.first();
        int demanded = GatePolicy.blocksDemanded(alpha(state.tally().confirmations() + 1));
        return confirmed
                .multipliedBy(demanded)
                .plus(pace.latest().multipliedBy(CONTROL_BLOCKS))
                .plus(pace.first().multipliedBy(Estimate.blocksNeeded(schedule.rerunConfidence())));
    }

    private Action search(RunState state, boolean timeUp) {
        var tally = state.tally();
        if (!exact() && tally.sinceControl() >= schedule.controlEvery()) {
            return control(state, tally.controls() % 2 == 0 || control == null ? Kind.CONTROL_SELF : Kind.CONTROL_TASK);
        }
        var asked = state.search().askedInPool();
        if (asked != null && !timeUp) {
            return startConfirming(state, asked);
        }
        var end = end(tally, timeUp);
        if (end != null) {
            return new Action.Conclude(new SearchEnded(end));
        }
        // Comparing exactly costs nothing, so nothing that is better waits for it.
        boolean due = exact() || tally.sinceConfirmation() >= schedule.confirmEvery();
        if (due && promising(state, schedule.worthwhile())) {
            return confirmBest(state);
        }
        int left = budget.evaluations() - tally.evaluations();
        return new Action.Propose(tally.batches(), Math.min(schedule.batch(), left));
    }

    private @Nullable Why end(Tally tally, boolean timeUp) {
        if (tally.evaluations() >= budget.evaluations()) {
            return Why.EVALUATIONS;
        }
        if (timeUp) {
            return Why.TIME;
        }
        return tally.barren() >= BARREN ? Why.EXHAUSTED : null;
    }

    /** After the search: confirm what is left, let the controls speak, measure the gain afresh, and finish. */
    private Action conclude(RunState state) {
        int late = state.tally().lateConfirmations();
        // The time for one was set aside. By the record's clock, not that on the wall: replay must decide alike.
        boolean affordable =
                late == 0 || state.time().spent().plus(closingTime(state)).compareTo(budget.time()) < 0;
        if (late < schedule.lateConfirmations() && affordable && promising(state, schedule.worthwhile())) {
            return confirmBest(state);
        }
        if (exact()) {
            return new Action.Conclude(exactFinish(state));
        }
        if (!state.finalControls().contains(Kind.CONTROL_SELF)) {
            return control(state, Kind.CONTROL_SELF);
        }
        if (control != null && !state.finalControls().contains(Kind.CONTROL_TASK)) {
            return control(state, Kind.CONTROL_TASK);
        }
        boolean improved = state.tally().accepted() > 0;
        int wanted = improved ? Estimate.blocksNeeded(schedule.rerunConfidence()) : 1;
        if (state.rerun().logGains().size() < wanted) {
            return new Action.MeasureRerun(
                    state.requireBaseline().version().digest(),
                    state.requireIncumbent().version().digest());
        }
        return new Action.Conclude(finish(state, improved));
    }

    private Action confirm(RunState state, Confirmation confirmation) {
        var started = confirmation.started();
        if (confirmation.failure() != null) {
            return new Action.Conclude(new Decided(
                    started.kind(),
                    started.number(),
                    started.challenger(),
                    Verdict.FAILED,
                    confirmation.logGains().size(),
                    Double.NaN,
                    Double.NaN,
                    "failed while it was confirmed",
                    confirmation.failure()));
        }
        if (!confirmation.checked()) {
            return new Action.CheckChallenger(started.challenger());
        }
        var decision = exact() ? exactly(state, started) : byBlocks(confirmation);
        if (decision instanceof Decision.Inconclusive open
                && !open.exhausted()
                && canStillBeAccepted(confirmation, open)) {
            return new Action.MeasureBlock(started.kind(), started.incumbent(), started.challenger());
        }
        if (started.kind() != Kind.CANDIDATE && decision instanceof Decision.Accept) {
            return new Action.Conclude(new Halted("the control " + started.kind()
                    + " was accepted, though it cannot be better: the measurements of this machine cannot be trusted ("
                    + decision.reason() + ")"));
        }
        return new Action.Conclude(new Decided(
                started.kind(),
                started.number(),
                started.challenger(),
                verdict(decision),
                decision.blocks(),
                decision.low(),
                decision.high(),
                decision.reason(),
                null));
    }

    private Decision byBlocks(Confirmation confirmation) {
        return Gate.decide(confirmation.gains(), policy(confirmation.started()));
    }

    /** A control gets the fewest blocks that could accept it: that is all a false acceptance would need. */
    private GatePolicy policy(ConfirmationStarted started) {
        return started.kind() == Kind.CANDIDATE
                ? GatePolicy.of(accept.minimumGain(), started.alpha())
                : new GatePolicy(
                        accept.minimumGain(),
                        started.alpha(),
                        GatePolicy.STANDARD_BETA,
                        GatePolicy.blocksDemanded(started.alpha()));
    }

    /** Whether the blocks that are left could still lead to an acceptance, however large the gains in them. */
    private boolean canStillBeAccepted(Confirmation confirmation, Decision.Inconclusive open) {
        var best = Arrays.copyOf(confirmation.gains(), open.cap());
        Arrays.fill(best, confirmation.logGains().size(), best.length, 1.0);
        return Gate.decide(best, policy(confirmation.started())) instanceof Decision.Accept;
    }

    private Decision exactly(RunState state, ConfirmationStarted started) {
        var challenger = state.search().pooledOf(started.challenger());
        return ExactGate.decide(
                scoring.value(state.requireIncumbent().exact(), Map.of()),
                scoring.value(challenger.exact(), Map.of()),
                scoring.objective().goal());
    }

    private static Verdict verdict(Decision decision) {
        return switch (decision) {
            case Decision.Accept _ -> Verdict.ACCEPTED;
            case Decision.Reject _ -> Verdict.REJECTED;
            case Decision.Inconclusive _ -> Verdict.INCONCLUSIVE;
        };
    }

    private boolean promising(RunState state, double atLeast) {
        if (state.search().pool().isEmpty()) {
            return false;
        }
        double advantage = state.search().pool().getFirst().logGain()
                - state.requireIncumbent().logGain();
        return advantage > (exact() ? 0 : Math.log1p(atLeast));
    }

    private Action confirmBest(RunState state) {
        return startConfirming(state, state.search().pool().getFirst().version().digest());
    }

    private Action startConfirming(RunState state, String challenger) {
        int number = state.tally().confirmations() + 1;
        return new Action.Conclude(new ConfirmationStarted(
                Kind.CANDIDATE, number, state.requireIncumbent().version().digest(), challenger, alpha(number)));
    }

    private Action control(RunState state, Kind kind) {
        int number = state.tally().controls() + 1;
        var itself = state.requireIncumbent().version().digest();
        var sides = kind == Kind.CONTROL_TASK && control != null ? control : new ControlPair(itself, itself);
        return new Action.Conclude(
                new ConfirmationStarted(kind, number, sides.incumbent(), sides.challenger(), alpha(number)));
    }

    private double alpha(int number) {
        return new ErrorBudget(1 - accept.confidence()).alpha(number);
    }

    private boolean exact() {
        return scoring.timedParts().isEmpty();
    }

    private Finished finish(RunState state, boolean improved) {
        var rerun = state.rerun();
        double before = Medians.median(Rerun.array(rerun.baselineValues()));
        double after = Medians.median(Rerun.array(rerun.bestValues()));
        var best = state.requireIncumbent().version().digest();
        if (!improved) {
            return new Finished(best, before, before, 1, 1, 1);
        }
        var estimate = Estimate.of(Rerun.array(rerun.logGains()), schedule.rerunConfidence());
        return new Finished(best, before, after, estimate.gain(), estimate.low(), estimate.high());
    }

    private Finished exactFinish(RunState state) {
        double before = scoring.value(state.requireBaseline().exact(), Map.of());
        double after = scoring.value(state.requireIncumbent().exact(), Map.of());
        double gain = scoring.objective().goal().gain(before, after);
        return new Finished(state.requireIncumbent().version().digest(), before, after, gain, gain, gain);
    }
}
