package dev.ouroboros.engine.loop;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.loop.LoopEvent.BaselineEvaluated;
import dev.ouroboros.engine.loop.LoopEvent.BlockFailed;
import dev.ouroboros.engine.loop.LoopEvent.BlockMeasured;
import dev.ouroboros.engine.loop.LoopEvent.ChallengerChecked;
import dev.ouroboros.engine.loop.LoopEvent.ConfirmationAsked;
import dev.ouroboros.engine.loop.LoopEvent.Evaluated;
import dev.ouroboros.engine.loop.LoopEvent.Exchanged;
import dev.ouroboros.engine.loop.LoopEvent.Halted;
import dev.ouroboros.engine.loop.LoopEvent.Noted;
import dev.ouroboros.engine.loop.LoopEvent.Proposed;
import dev.ouroboros.engine.loop.LoopEvent.RerunBlockMeasured;
import dev.ouroboros.engine.loop.LoopEvent.Resumed;
import dev.ouroboros.engine.loop.LoopEvent.SearchEnded;
import dev.ouroboros.engine.loop.LoopEvent.SecretRevealed;
import dev.ouroboros.engine.propose.Notebook;
import dev.ouroboros.engine.task.Task;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * Derives every decision of a run again from its recorded measurements: what was proposed (by an offline proposer), what
 * the patches made, whom the screen chose, what the gate said, when controls ran, and what was reported. Only
 * measurements, and the moments of the events, are taken from the record.
 */
public final class Replay {
    private final Task task;
    private final Planner planner;
    private final Derivation derivation;
    private final Equipment equipment;
    private final boolean offline;
    private final Function<LoopEvent.Version, Artifact> load;

    /**
     * @param offline whether the proposer gives the same proposals again; if not, the recorded ones are taken
     * @param load the artifact of a version, from the blobs
     */
    public Replay(
            Task task,
            Schedule schedule,
            Equipment equipment,
            boolean offline,
            Function<LoopEvent.Version, Artifact> load) {
        this.task = task;
        this.planner = equipment.planner(task, schedule);
        this.derivation = equipment.derivation();
        this.equipment = equipment;
        this.offline = offline;
        this.load = load;
    }

    /**
     * What replay found.
     *
     * @param decisions how many events followed from the state and were derived again
     * @param differences one line for each that came out otherwise; empty if all agree
     */
    public record Result(int decisions, List<String> differences) {}

    /** Replays the events of a run. Stops at the first difference, because all that follows rests on it. */
    public Result run(List<Stamped> events) throws InterruptedException {
        var state = RunState.initial(task, events.getFirst());
        int decisions = 0;
        for (var stamped : events.subList(1, events.size())) {
            if (!(stamped.event() instanceof Resumed || stamped.event() instanceof SecretRevealed)) {
                var difference = difference(state, stamped);
                if (!difference.isEmpty()) {
                    return new Result(decisions, List.of("entry " + stamped.seq() + ": " + difference));
                }
                decisions++;
            }
            state = state.with(stamped);
        }
        return new Result(decisions, List.of());
    }

    private String difference(RunState state, Stamped stamped) throws InterruptedException {
        var recorded = stamped.event();
        boolean timeUp = recorded instanceof SearchEnded(var why)
                && why == SearchEnded.Why.TIME
                && state.time().isUp(planner.searchTime(state), stamped.at());
        var action = planner.next(state, timeUp);
        var derived = switch (action) {
            case Action.EvaluateBaseline _ when recorded instanceof BaselineEvaluated -> recorded;
            case Action.Propose _
            when recorded instanceof Exchanged || recorded instanceof Noted || recorded instanceof ConfirmationAsked ->
                recorded;
            case Action.Propose(var number, var count)
            when recorded instanceof Proposed proposed -> proposed(state, number, count, proposed);
            case Action.Evaluate(var pending)
            when recorded instanceof Evaluated evaluated ->
                derivation.evaluated(state, pending.getFirst(), evaluated.evaluation());
            case Action.CheckChallenger _ when recorded instanceof ChallengerChecked -> recorded;
            case Action.MeasureBlock block
            when recorded instanceof BlockMeasured measured ->
                derivation.block(state, block.kind(), block.challenger(), measured.series());
            case Action.MeasureBlock _ when recorded instanceof BlockFailed -> recorded;
            case Action.MeasureRerun _
            when recorded instanceof RerunBlockMeasured block -> derivation.rerun(state, block.series());
            case Action.MeasureRerun _ when recorded instanceof Halted -> recorded;
            case Action.Conclude(var event) -> event;
            default -> null;
        };
        if (derived == null) {
            return "the state asks for " + action + ", but the record has " + brief(recorded);
        }
        return derived.equals(recorded) ? "" : "derived " + brief(derived) + ", but the record has " + brief(recorded);
    }

    private LoopEvent proposed(RunState state, int number, int count, Proposed recorded) throws InterruptedException {
        Function<String, Artifact> artifact =
                digest -> load.apply(state.search().known(digest).version());
        var proposals = offline
                ? equipment.propose(task, state, number, count, Duration.ZERO, artifact, Notebook.closed())
                : recorded.entries().stream().map(Proposed.Entry::proposal).toList();
        return Batch.of(number, proposals, state, task, artifact).event();
    }

    private static String brief(LoopEvent event) {
        var text = event.toString();
        return text.length() <= 400 ? text : text.substring(0, 400) + "…";
    }
}
