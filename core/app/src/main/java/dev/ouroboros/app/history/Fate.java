package dev.ouroboros.app.history;

import dev.ouroboros.engine.evaluation.Evaluation;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.loop.LoopEvent.Decided;
import org.jspecify.annotations.Nullable;

/** What became of a candidate. */
public sealed interface Fate {

    /** It became the best. */
    record Accepted() implements Fate {}

    /**
     * It did not.
     *
     * @param where the stage that ended it, {@code screen} or {@code confirmation}
     * @param message for people, as the tool or the candidate wrote it: never to be trusted
     */
    record NotAccepted(Reason reason, String where, String message) implements Fate {}

    /** Returns a short name for legends and tables: {@code accepted} or the reason's label. */
    default String label() {
        return switch (this) {
            case Accepted() -> "accepted";
            case NotAccepted(var reason, var _, var _) -> reason.label();
        };
    }

    /** Returns the fate of a candidate with this evaluation whose last decision, if any, is this. */
    static Fate of(Evaluation evaluation, @Nullable Decided decided) {
        if (decided != null) {
            return switch (decided.verdict()) {
                case ACCEPTED -> new Accepted();
                case REJECTED -> new NotAccepted(Reason.NOT_BETTER, "confirmation", decided.reason());
                case INCONCLUSIVE -> new NotAccepted(Reason.INCONCLUSIVE, "confirmation", decided.reason());
                case FAILED ->
                    decided.failure() == null
                            ? new NotAccepted(Reason.FAULTED, "confirmation", decided.reason())
                            : failed("confirmation", decided.failure());
            };
        }
        if (evaluation.passed()) {
            return new NotAccepted(Reason.NOT_BETTER, "screen", "the screen promised too little to confirm it");
        }
        if (evaluation.stages().isEmpty()) {
            return new NotAccepted(Reason.FAULTED, "none", "no stage ran");
        }
        var last = evaluation.stages().getLast();
        return failed(last.stage(), last.outcome());
    }

    private static Fate failed(String where, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Rejected(var reason, var message, var _) -> new NotAccepted(reason, where, message);
            case Outcome.Faulted(var message) -> new NotAccepted(Reason.FAULTED, where, message);
            case Outcome.TimedOut(var message) -> new NotAccepted(Reason.TIMEOUT, where, message);
            case Outcome.Passed(var _, var log, var _) ->
                new NotAccepted(Reason.FAULTED, where, "no screen took place: " + log);
        };
    }
}
