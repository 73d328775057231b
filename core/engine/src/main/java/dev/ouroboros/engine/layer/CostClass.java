package dev.ouroboros.engine.layer;

/** What a stage costs and so when it runs; stages of a cheaper class run before those of a dearer one. */
public enum CostClass {
    /** Looks at text only; milliseconds. */
    INSPECT,
    /** A tool reads the text, and makes nothing of it; a tenth of a second. */
    LINT,
    /** Compiles or elaborates; several at once. */
    BUILD,
    /** Runs the candidate for its answers, not its speed; several at once. */
    CHECK,
    /** Works out what a candidate that seems right would cost, without running it; seconds, several at once. */
    ESTIMATE,
    /** Runs only for a candidate about to be confirmed: held-out inputs, slow tools. */
    CONFIRM
}
