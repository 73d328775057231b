package dev.ouroboros.engine.layer;

import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Sample;

/** Two workers, one of each side of a block, alive together. Closing it ends both and everything they started. */
public interface Duel extends AutoCloseable {

    /** The least duration of a batch, in seconds of the parent's clock. */
    double BATCH_SECONDS = 0.020;

    /** Draws fresh inputs for the next pair, the same for both sides; not timed. */
    void nextPair() throws CandidateFailure, InterruptedException;

    /**
     * Runs one batch of one side on the inputs of this pair: outputs are poisoned before, checked after.
     *
     * @throws CandidateFailure if this side crashes, hangs, or is wrong
     */
    Sample run(Side side) throws CandidateFailure, InterruptedException;

    @Override
    void close();
}
