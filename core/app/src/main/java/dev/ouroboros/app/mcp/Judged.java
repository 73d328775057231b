package dev.ouroboros.app.mcp;

import dev.ouroboros.engine.evaluation.Evaluation;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.loop.LoopEvent.Evaluated;
import dev.ouroboros.engine.propose.Observation;
import org.jspecify.annotations.Nullable;

/** What a candidate's evaluation comes to, before the loop itself says so again in its next context. */
final class Judged {
    private Judged() {}

    static Observation observation(Order.Taken taken, Evaluated evaluated) {
        return new Observation(
                evaluated.candidate(),
                taken.proposal(),
                taken.context().task().settings(taken.artifact()),
                "",
                evaluated.evaluation().stages(),
                evaluated.logGain(),
                failure(evaluated.evaluation()),
                null);
    }

    private static @Nullable Reason failure(Evaluation evaluation) {
        return switch (evaluation.stages().getLast().outcome()) {
            case Outcome.Passed _ -> null;
            case Outcome.Rejected rejected -> rejected.reason();
            case Outcome.Faulted _ -> Reason.FAULTED;
            case Outcome.TimedOut _ -> Reason.TIMEOUT;
        };
    }
}
