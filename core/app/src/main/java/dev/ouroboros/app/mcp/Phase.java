package dev.ouroboros.app.mcp;

import java.util.Locale;

/** What an open run is doing. */
enum Phase {
    /** Its seed goes through the stages. */
    STARTING,
    /** It waits for proposals. */
    WAITING,
    /** It builds, checks and screens a proposal. */
    EVALUATING,
    /** It measures a candidate, or a control, against the best. */
    CONFIRMING,
    /** No proposal is taken any more: the last confirmations, the controls and the fresh re-run take place. */
    CLOSING,
    /** Complete. */
    FINISHED,
    /** The guard halted it: nothing of it counts. */
    HALTED,
    /** It was paused and can be resumed. */
    PAUSED,
    /** It could not go on; the reason says why. */
    FAILED;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns whether nothing happens any more. */
    boolean over() {
        return switch (this) {
            case STARTING, WAITING, EVALUATING, CONFIRMING, CLOSING -> false;
            case FINISHED, HALTED, PAUSED, FAILED -> true;
        };
    }
}
