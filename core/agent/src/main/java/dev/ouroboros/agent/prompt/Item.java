package dev.ouroboros.agent.prompt;

/**
 * A piece of evidence that competes for room.
 *
 * @param value what it is worth to the model, by our judgement; only comparisons count
 * @param text as it is shown
 */
record Item(Kind kind, double value, String text) {
    /** Every prompt has something of each kind, if there is any. */
    enum Kind {
        WORKED,
        FAILED,
        REFUSED
    }

    /** Value for its room. */
    double density() {
        return value / (1 + text.length());
    }
}
