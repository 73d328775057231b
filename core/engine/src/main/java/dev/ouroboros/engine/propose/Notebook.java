package dev.ouroboros.engine.propose;

/** Takes down what a proposer does besides proposing. What is taken down is archived when the call returns. */
public interface Notebook {

    /** Archives an exchange with a model, so that its cost is known even if the run is killed before anything came of it. */
    void exchange(Exchange exchange);

    /** Archives a sentence that people should read: a cap that was reached, a model that does not answer. */
    void note(String text);

    /**
     * Asks that a candidate which passed its evaluation be confirmed next, whatever the schedule says. Who asks proposes
     * nothing in this turn.
     */
    void askConfirmation(String candidate);

    /** Returns a notebook for proposers that ask nobody. */
    static Notebook closed() {
        return new ClosedNotebook();
    }
}
