package dev.ouroboros.app.delta;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/**
 * What {@code self delta --json} prints. A difference is that of areas under the gap to the best, A's minus B's, so above 0
 * B is better; with a 99 % interval.
 *
 * @param floor A against itself with other seeds
 * @param placebo A against itself with one random number more drawn before each choice
 * @param knownBetter A over itself with trials at twice their cost, which is known to be worse
 * @param beside each version over random and over greedy search
 * @param tasks by task
 * @param imp over all tasks, by number of trials
 * @param sandboxed whether the versions could not read the recordings
 * @param same whether A and B are built of the same classes
 */
public record DeltaResult(
        double delta,
        double low,
        double high,
        @JsonProperty("p_better") double pBetter,
        Interval floor,
        Interval placebo,
        @JsonProperty("known_better") Interval knownBetter,
        Map<String, Pair<Interval>> beside,
        Map<String, TaskDelta> tasks,
        Map<String, Improvement> imp,
        int order,
        int seeds,
        boolean same,
        boolean sandboxed,
        Pair<VersionView> versions,
        Pair<Cost> cost,
        @JsonProperty("wall_s") double wallSeconds,
        int tokens,
        String report) {

    /** Something of A and of B. */
    public record Pair<T>(T a, T b) {}

    /** Mean areas under the gap on one task, and the difference. */
    public record TaskDelta(
            double delta,
            double low,
            double high,
            @JsonProperty("p_better") double pBetter,
            Map<String, Double> area,
            @JsonProperty("budget_s") double budgetSeconds,
            Map<String, Improvement> imp) {}

    /**
     * imp@k: how many times as fast as the median configuration the best of k trials is, geometric means; {@code ratio} is
     * B's over A's with its interval.
     */
    public record Improvement(double a, double b, double ratio, double low, double high) {}

    /** A version. */
    public record VersionView(String name, String origin, String digest) {
        static VersionView of(Version version) {
            return new VersionView(version.name(), version.origin(), version.digest());
        }
    }

    /** What a version's paired plays took, each mean of a play. */
    public record Cost(
            double evaluations,
            @JsonProperty("recorded_s") double recordedSeconds,
            @JsonProperty("processor_s") double processorSeconds) {}

    /** Returns the difference without what is beside it. */
    public Interval interval() {
        return new Interval(delta, low, high, pBetter);
    }
}
