package dev.ouroboros.agent.budget;

import dev.ouroboros.agent.config.Caps;
import dev.ouroboros.engine.propose.Spending;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was spent against what may be. Asked before each call, and told after each, so that a cap is never exceeded by
 * more than the one call in flight. Knows nothing of the library that makes the calls.
 */
public final class Meter {
    private final Caps caps;
    private Spending spent;

    /** @param before what the run has spent already, by proposer */
    public Meter(Caps caps, Map<String, Spending> before) {
        this.caps = caps;
        this.spent = before.values().stream().reduce(Spending.NONE, Spending::plus);
    }

    /** Takes notice of a call. */
    public void add(Spending more) {
        spent = spent.plus(more);
    }

    /** Returns all that was spent. */
    public Spending spent() {
        return spent;
    }

    /** Returns how many seconds of waiting for models are left. */
    public double secondsLeft() {
        return caps.time().toMillis() / 1e3 - spent.seconds();
    }

    /** Returns which cap is reached, in a sentence for people; null if another call is allowed. */
    public @Nullable String reached() {
        if (spent.calls() >= caps.calls()) {
            return "the cap of " + caps.calls() + " calls is reached";
        }
        if (spent.tokens() >= caps.tokens()) {
            return "the cap of " + caps.tokens() + " tokens is reached: " + spent.tokens() + " were used";
        }
        // A cap of no dollars lets free models work.
        if (spent.dollars() >= caps.dollars() && spent.dollars() > 0) {
            return String.format(
                    Locale.ROOT, "the cap of $%.2f is reached: $%.4f were spent", caps.dollars(), spent.dollars());
        }
        return secondsLeft() <= 0 ? "the cap of " + caps.time().toSeconds() + " s for models is reached" : null;
    }
}
