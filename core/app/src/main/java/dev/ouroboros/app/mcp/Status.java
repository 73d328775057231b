package dev.ouroboros.app.mcp;

import org.jspecify.annotations.Nullable;

/**
 * How an open run stands.
 *
 * @param run its name; null before it has one
 * @param evaluated candidates evaluated while this server worked on it
 * @param blocks measured in the confirmation or re-run under way
 * @param reason why it is over, where that needs words
 */
record Status(
        Phase phase,
        @Nullable String run,
        int evaluated,
        int blocks,
        @Nullable String reason) {
    static final Status STARTING = new Status(Phase.STARTING, null, 0, 0, null);

    Status named(String name) {
        return new Status(phase, name, evaluated, blocks, reason);
    }

    Status in(Phase other) {
        return new Status(other, run, evaluated, 0, reason);
    }

    Status afterEvaluation() {
        return new Status(phase, run, evaluated + 1, 0, reason);
    }

    Status afterBlock() {
        return new Status(phase, run, evaluated, blocks + 1, reason);
    }

    Status over(Phase end, @Nullable String why) {
        return new Status(end, run, evaluated, 0, why);
    }

    /** Returns it in some words, for people who wait. */
    String words() {
        return switch (phase) {
            case STARTING -> "the seed goes through the stages";
            case WAITING -> "waits for proposals";
            case EVALUATING -> "builds, checks and screens";
            case CONFIRMING -> "measures blocks against the best: " + blocks + " so far";
            case CLOSING -> "confirms what is left, tries the controls and measures the gain afresh: block " + blocks;
            case FINISHED -> "finished";
            case HALTED -> "halted by the guard";
            case PAUSED -> "paused";
            case FAILED -> "failed";
        };
    }
}
