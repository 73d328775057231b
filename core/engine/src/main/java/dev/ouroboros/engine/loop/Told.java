package dev.ouroboros.engine.loop;

import dev.ouroboros.engine.evaluation.Evaluation.StageResult;
import dev.ouroboros.engine.evaluation.Outcome;
import java.util.List;

/** What proposers are told of the stages: no attachments, and long texts shortened, for the state keeps it for good. */
final class Told {
    /** Compilers put what matters first, tools that crash put it last. */
    private static final int HEAD = 3000;

    private static final int TAIL = 1000;

    private Told() {}

    static List<StageResult> of(List<StageResult> stages) {
        return stages.stream().map(Told::of).toList();
    }

    private static StageResult of(StageResult result) {
        var shorter = shorter(result.outcome());
        return shorter.equals(result.outcome()) ? result : new StageResult(result.stage(), shorter, result.seconds());
    }

    private static Outcome shorter(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Passed(var measurements, var log, var _) -> new Outcome.Passed(measurements, shorter(log));
            case Outcome.Rejected(var reason, var message, var _) -> new Outcome.Rejected(reason, shorter(message));
            case Outcome.Faulted(var message) -> new Outcome.Faulted(shorter(message));
            case Outcome.TimedOut(var message) -> new Outcome.TimedOut(shorter(message));
        };
    }

    private static String shorter(String text) {
        int left = text.length() - HEAD - TAIL;
        return left <= 0
                ? text
                : text.substring(0, HEAD) + "\n… (" + left + " characters left out)\n"
                        + text.substring(text.length() - TAIL);
    }
}
