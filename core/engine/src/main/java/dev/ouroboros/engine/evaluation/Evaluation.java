package dev.ouroboros.engine.evaluation;

import java.util.List;

/**
 * All that is known of one candidate before it is confirmed.
 *
 * @param stages what each stage said, in order; the last one is the one that decided
 * @param screen a few paired batches against the incumbent, one series for each timed part: good for choosing whom to
 *     confirm and never for accepting; empty if it did not get there or the objective needs no timing
 */
public record Evaluation(List<StageResult> stages, List<PairedSamples> screen) {

    public Evaluation {
        stages = List.copyOf(stages);
        screen = List.copyOf(screen);
    }

    /**
     * One stage's outcome and how long it took, in seconds.
     *
     * @param stage its name, {@code part/stage}
     */
    public record StageResult(String stage, Outcome outcome, double seconds) {}

    /** Returns whether every stage passed. */
    public boolean passed() {
        return !stages.isEmpty() && stages.getLast().outcome() instanceof Outcome.Passed;
    }
}
