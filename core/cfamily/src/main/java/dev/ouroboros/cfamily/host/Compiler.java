package dev.ouroboros.cfamily.host;

import dev.ouroboros.engine.evaluation.CandidateFailure;

/** Compiles candidates for every shape of one task. Thread-safe. */
public interface Compiler extends AutoCloseable {

    /**
     * Compiles a candidate, or remembers that it did.
     *
     * @throws CandidateFailure if it does not compile, or is refused for what it has become
     */
    Compiled compile(Candidate candidate) throws CandidateFailure, InterruptedException;

    @Override
    void close();
}
