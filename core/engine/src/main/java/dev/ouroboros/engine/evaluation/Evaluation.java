package dev.ouroboros.engine.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one candidate before it is confirmed.
 *
 * @param stages what each stage said, in order; the last one is the one that decided
 * @param screen how it did against the incumbent in the screen, or null if it did not get there
 */
public record Evaluation(List<StageResult> stages, @Nullable Screen screen) {

    public Evaluation {
        stages = List.copyOf(stages);
    }

    /** One stage's outcome and how long it took, in seconds. */
    public record StageResult(String stage, Outcome outcome, double seconds) {}

    /**
     * A cheap comparison with the incumbent, good for choosing whom to confirm and never for accepting.
     *
     * @param logGain natural logarithm of the gain over the incumbent, above 0 is better
     * @param exact whether it comes from exact metrics only
     */
    public record Screen(double logGain, boolean exact) {}

    /** Returns whether every stage passed and the screen took place. */
    public boolean passed() {
        return screen != null;
    }

    /** Returns the measurements of all stages. */
    public List<Measurement> measurements() {
        return stages.stream()
                .map(StageResult::outcome)
                .filter(Outcome.Passed.class::isInstance)
                .flatMap(outcome -> ((Outcome.Passed) outcome).measurements().stream())
                .toList();
    }
}
