package dev.ouroboros.engine.dispatch;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Evaluation;
import dev.ouroboros.engine.evaluation.PairedSamples;
import java.util.List;
import java.util.function.Predicate;

/** Where evaluations run: on this machine, or on others. An interrupt ends any call promptly. */
public interface Dispatcher {

    /**
     * Evaluates candidates up to the screen, several at once where they only build or check.
     *
     * @param told gets each evaluation in the order of {@code candidates}, as soon as it and all before it are there;
     *     returns whether to go on, false to leave the rest
     */
    void evaluate(List<Artifact> candidates, Artifact incumbent, Predicate<Evaluation> told)
            throws InterruptedException;

    /** Runs the stages that only a candidate about to be confirmed goes through. */
    List<Evaluation.StageResult> confirm(Artifact candidate) throws InterruptedException;

    /**
     * Measures one block. A fault of ours is tried once more before it stands.
     *
     * @return one series for each timed part
     * @throws CandidateFailure if a side failed
     */
    List<PairedSamples> block(Artifact incumbent, Artifact challenger) throws CandidateFailure, InterruptedException;
}
