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
            case STARTING -> "sends the seed through the stages";
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

    /** Returns what an agent should call now. */
    String next() {
        return switch (phase) {
            case STARTING, EVALUATING, CONFIRMING -> "Now it " + words() + ". Call wait to wait until that is done.";
            case WAITING ->
                "Call read_context for the best candidate's files and what was tried, then evaluate with a change;"
                        + " submit has a candidate confirmed, finish_run ends the run.";
            case CLOSING ->
                "The search is over; now it " + words() + ". Call finish_run to wait for its end and its summary.";
            case FINISHED ->
                "best, diff and lineage say what was accepted; report names the page with all the evidence.";
            case HALTED ->
                "A control was accepted, so that measurements of this machine cannot be trusted; nothing of this run"
                        + " counts. Tell the user, and open a new run when the machine is quiet.";
            case PAUSED -> "Call resume_run to go on with it.";
            case FAILED -> "Mend what the reason names, then call open_run or resume_run.";
        };
    }
}
