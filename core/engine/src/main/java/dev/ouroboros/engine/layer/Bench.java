package dev.ouroboros.engine.layer;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Direction;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.PairedSamples;

/** Times candidates of one part against each other. The engine holds the machine lock around every call, alone if it {@link #isTimed}. */
public interface Bench {

    /** Returns the name of the metric it measures. */
    String metric();

    /** Returns the unit of the metric. */
    String unit();

    /** Returns which way the metric gets better. */
    Direction direction();

    /**
     * Returns whether what it measures depends on what else the machine does. A bench that reads no clock says no, and runs beside
     * others.
     */
    default boolean isTimed() {
        return true;
    }

    /**
     * Returns how many pairs a block has at most, for a bench whose pairs are dear and whose scatter further blocks show as
     * well as further pairs.
     */
    default int mostPairs() {
        return Integer.MAX_VALUE;
    }

    /** Returns the metric's value for a cost in seconds per launch. */
    double value(double secondsPerLaunch);

    /**
     * Compares cheaply, in a warm worker: pairs of short batches, as many as {@link ScreenRule} asks for.
     *
     * @param part name of the part, for the samples
     * @throws CandidateFailure if the challenger fails, with the outcome to record
     */
    PairedSamples screen(String part, Artifact incumbent, Artifact challenger)
            throws CandidateFailure, InterruptedException;

    /**
     * Starts a fresh worker for each side and makes both ready, the launches of a batch chosen so that a batch takes at
     * least {@link Duel#BATCH_SECONDS}.
     *
     * @throws CandidateFailure if the challenger fails; the incumbent's failure is {@link Outcome.Faulted}
     */
    Duel open(Artifact incumbent, Artifact challenger) throws CandidateFailure, InterruptedException;
}
