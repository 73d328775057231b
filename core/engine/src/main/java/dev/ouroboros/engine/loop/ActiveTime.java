package dev.ouroboros.engine.loop;

import dev.ouroboros.engine.task.Budget;
import java.time.Duration;
import java.time.Instant;

/**
 * How long somebody has worked on a run: the gaps between its events, without those before a {@link LoopEvent.Resumed}.
 */
record ActiveTime(Duration spent, Instant last) {

    ActiveTime at(Stamped stamped) {
        var worked =
                stamped.event() instanceof LoopEvent.Resumed ? Duration.ZERO : Duration.between(last, stamped.at());
        return new ActiveTime(spent.plus(worked), stamped.at());
    }

    boolean isUp(Budget budget, Instant now) {
        return spent.plus(Duration.between(last, now)).compareTo(budget.time()) >= 0;
    }
}
