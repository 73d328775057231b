package dev.ouroboros.agent.model;

/** Answers questions. One thread at a time. */
public interface LanguageModel extends AutoCloseable {

    /**
     * Asks once, without trying again. An interrupt ends it promptly.
     *
     * @throws ModelFailure if no whole answer came
     */
    Answer ask(Question question) throws ModelFailure, InterruptedException;

    /** Gives back what it holds. */
    @Override
    default void close() {}
}
