package dev.ouroboros.engine.loop;

import dev.ouroboros.engine.loop.LoopEvent.Kind;
import java.util.List;

/** What to do next. Chosen by {@link Planner}, which is pure; carried out by {@link Loop}. */
public sealed interface Action {

    /** Send the seed through the cascade. */
    record EvaluateBaseline() implements Action {}

    /** Ask the proposer for at most so many changes. */
    record Propose(int batch, int count) implements Action {}

    /** Send these through the cascade, in order. */
    record Evaluate(List<Pending> pending) implements Action {}

    /** Send the challenger through the stages that only confirmation needs. */
    record CheckChallenger(String challenger) implements Action {}

    /** Measure a block of the confirmation. */
    record MeasureBlock(Kind kind, String incumbent, String challenger) implements Action {}

    /** Measure a block of the baseline against the best. */
    record MeasureRerun(String baseline, String best) implements Action {}

    /** Nothing of the world is needed: this follows from the state. */
    record Conclude(LoopEvent event) implements Action {}

    /** The run is complete or halted. */
    record Stop() implements Action {}
}
