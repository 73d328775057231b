package dev.ouroboros.engine.evaluation;

/** Carries the outcome of a candidate that failed up to the stage or block that ran it. */
public final class CandidateFailure extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Outcome outcome;

    public CandidateFailure(Outcome outcome) {
        super(outcome.toString());
        this.outcome = outcome;
    }

    /** Returns what became of the candidate; never {@link Outcome.Passed}. */
    public Outcome outcome() {
        return outcome;
    }
}
