package dev.ouroboros.app.mcp;

import dev.ouroboros.app.history.RunHistory;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.propose.Untrusted;

/** What to say when the unmodified seed does not pass its own stages: then there is nothing to improve on. */
final class SeedWords {
    private static final int MOST = 4000;

    private SeedWords() {}

    static String of(RunHistory history) {
        var evaluation = history.baseline();
        if (evaluation == null || evaluation.passed()) {
            return "it ended for no reason that is known";
        }
        var last = evaluation.stages().getLast();
        var said = switch (last.outcome()) {
            case Outcome.Passed(var _, var log, var _) -> log;
            case Outcome.Rejected(var reason, var message, var _) -> reason.label() + ": " + message;
            case Outcome.Faulted(var message) -> "a fault of this machine: " + message;
            case Outcome.TimedOut(var message) -> "took too long: " + message;
        };
        return "the seed of task " + history.start().task() + " does not pass its own stage '" + last.stage()
                + "'; it is"
                + " what every candidate is compared with, so mend the task's files and open a new run\n"
                + Untrusted.quoted("tools and the seed", said, MOST);
    }
}
