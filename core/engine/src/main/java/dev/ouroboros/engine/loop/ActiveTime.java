package dev.ouroboros.engine.loop;

import java.time.Duration;
import java.time.Instant;

/**
 * How long somebody has worked on a run: the gaps between its events, without those before a {@link LoopEvent.Resumed}.
 *
 * @param pace what blocks took
 */
record ActiveTime(Duration spent, Instant last, BlockPace pace) {

    static ActiveTime startingAt(Instant at) {
        return new ActiveTime(Duration.ZERO, at, BlockPace.UNKNOWN);
    }

    ActiveTime at(Stamped stamped) {
        boolean idle = stamped.event() instanceof LoopEvent.Resumed;
        var worked = idle ? Duration.ZERO : Duration.between(last, stamped.at());
        return new ActiveTime(spent.plus(worked), stamped.at(), pace.after(stamped.event(), worked));
    }

    /** Returns what is left of so long; zero if nothing is. */
    Duration left(Duration limit, Instant now) {
        var left = limit.minus(spent).minus(Duration.between(last, now));
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Returns whether somebody has worked for so long. */
    boolean isUp(Duration limit, Instant now) {
        return spent.plus(Duration.between(last, now)).compareTo(limit) >= 0;
    }
}
