package dev.ouroboros.cfamily.reference;

import dev.ouroboros.cfamily.data.Inputs;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Outcome;

/** What the outputs must be. Thread-safe. */
public interface Reference extends AutoCloseable {

    /**
     * Returns the right answers for these inputs; they may be computed when first asked for.
     *
     * @throws CandidateFailure if there are none, for a reason that is not the candidate's ({@link Outcome.Faulted})
     */
    Answer answer(Inputs inputs) throws CandidateFailure, InterruptedException;

    /**
     * Returns whether it knows the magnitudes of terms, so that inputs whose terms cancel are a fair test. A reference
     * that only knows results cannot tell rounding from a mistake there.
     */
    default boolean knowsTerms() {
        return true;
    }

    @Override
    default void close() {}
}
