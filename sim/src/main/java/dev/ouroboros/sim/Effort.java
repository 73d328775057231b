package dev.ouroboros.sim;

import dev.ouroboros.engine.layer.CostClass;
import java.time.Duration;

/** How long a design is simulated, and how it is compiled for that. */
enum Effort {
    /**
     * Every candidate, after synthesis, which says more clearly what is wrong with a design. It runs for milliseconds, which
     * no optimization of seconds could win back.
     */
    SCREEN("simulation", CostClass.CHECK, "-O0", 1, 1),

    /** What is about to be confirmed: a million cycles, or what fits in the time. */
    LONG("long-simulation", CostClass.CONFIRM, "-O3", 10, 10);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String stage;
    private final CostClass cost;
    private final String optimization;
    private final int rounds;
    private final int times;

    Effort(String stage, CostClass cost, String optimization, int rounds, int times) {
        this.stage = stage;
        this.cost = cost;
        this.optimization = optimization;
        this.rounds = rounds;
        this.times = times;
    }

    String stage() {
        return stage;
    }

    CostClass cost() {
        return cost;
    }

    /** Returns the compiler's option. */
    String optimization() {
        return optimization;
    }

    /** Returns how many stimuli a design is given, each in a run of its own. */
    int rounds() {
        return rounds;
    }

    /** Returns how often as long as a screen's a stimulus is. */
    int times() {
        return times;
    }

    /** Returns whether another run begins after these nanoseconds. */
    boolean goesOn(long nanoseconds) {
        return nanoseconds < PATIENCE.toNanos();
    }
}
