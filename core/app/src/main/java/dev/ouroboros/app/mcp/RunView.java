package dev.ouroboros.app.mcp;

import dev.ouroboros.app.summary.RunSummary;
import dev.ouroboros.engine.propose.Untrusted;
import org.jspecify.annotations.Nullable;

/**
 * How an open run stands, for an agent.
 *
 * @param status what it is doing, or how it ended
 * @param budget null before it takes proposals
 * @param summary what came out; null while it is not over
 * @param reason why it ended, where that needs words
 * @param next what to call now
 */
record RunView(
        @Nullable String run,
        String status,
        @Nullable BudgetView budget,
        @Nullable RunSummary summary,
        @Nullable String reason,
        String next) {

    static RunView of(Desk desk, @Nullable RunSummary summary) {
        var status = desk.status();
        var reason = status.reason() == null ? null : Untrusted.visible(status.reason());
        return new RunView(status.run(), status.phase().label(), desk.budget(), summary, reason, next(status));
    }

    private static String next(Status status) {
        return switch (status.phase()) {
            case STARTING, EVALUATING, CONFIRMING, CLOSING ->
                "It " + status.words() + ". Call wait to wait until that is done.";
            case WAITING ->
                "Call read_context for the best candidate's files and what was tried, then evaluate with a change;"
                        + " submit has a candidate confirmed, finish_run ends the run.";
            case FINISHED ->
                "best, diff and lineage say what was accepted; report names the page with all the evidence.";
            case HALTED ->
                "A control was accepted, so that measurements of this machine cannot be trusted; nothing of this"
                        + " run counts. Tell the user, and open a new run when the machine is quiet.";
            case PAUSED -> "Call resume_run to go on with it.";
            case FAILED -> "Mend what the reason names, then call open_run or resume_run.";
        };
    }
}
