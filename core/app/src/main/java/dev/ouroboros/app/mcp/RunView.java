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
        return new RunView(status.run(), status.phase().label(), desk.budget(), summary, reason, status.next());
    }
}
