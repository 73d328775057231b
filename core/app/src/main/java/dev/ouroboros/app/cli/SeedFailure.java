package dev.ouroboros.app.cli;

import dev.ouroboros.app.history.RunHistory;
import dev.ouroboros.engine.evaluation.Outcome;

/** What to say when the unmodified seed does not pass its own stages: then there is nothing to improve on. */
final class SeedFailure {
    private SeedFailure() {}

    static String text(RunHistory history) {
        var evaluation = history.baseline();
        if (evaluation == null) {
            throw new IllegalArgumentException("the baseline was not evaluated");
        }
        var last = evaluation.stages().getLast();
        return "the seed of task " + history.start().task() + " does not pass its own stage '" + last.stage() + "': "
                + words(last.outcome())
                + "\nThe seed is what every candidate is compared with; mend it, then run again.";
    }

    private static String words(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Rejected rejected -> rejected.reason().label() + ": " + rejected.message();
            case Outcome.Faulted faulted -> "a fault of this machine: " + faulted.message();
            case Outcome.TimedOut timedOut -> "took too long: " + timedOut.message();
            case Outcome.Passed passed -> "passed: " + passed.log();
        };
    }
}
