package dev.ouroboros.app.delta;

import java.util.List;

/**
 * What a version made of a live task, with one seed.
 *
 * @param steps the accepted candidates, in order
 * @param evaluations how many candidates were measured
 * @param gain of the best over the baseline, from the run's own fresh measurement
 * @param seconds from the run's first event to its last
 */
record LiveRun(List<Step> steps, int evaluations, double gain, double seconds) {
    LiveRun {
        steps = List.copyOf(steps);
    }

    /** From that evaluation on the gain over the baseline was this. */
    record Step(int evaluation, double gain) {}

    /** Returns the gain of what was accepted of the first evaluations; at least 1, for the baseline is there. */
    double gainAfter(int evaluations) {
        return steps.stream()
                .filter(step -> step.evaluation() <= evaluations)
                .mapToDouble(Step::gain)
                .reduce(1, Math::max);
    }
}
