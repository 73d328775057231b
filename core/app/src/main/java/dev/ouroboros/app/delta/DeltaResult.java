package dev.ouroboros.app.delta;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
 * @param making what the versions made of the body; null in the first order
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
        String report,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable MakingView making) {

    /** Something of A and of B. */
    public record Pair<T>(T a, T b) {}

    /**
     * Mean areas under the gap on one task, and the difference.
     *
     * @param live of a task that was run on this machine; null if it is recorded
     */
    public record TaskDelta(
            double delta,
            double low,
            double high,
            @JsonProperty("p_better") double pBetter,
            Map<String, Double> area,
            @JsonProperty("budget_s") double budgetSeconds,
            Map<String, Improvement> imp,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            LiveView live) {}

    /**
     * How a live task was run. It is no part of the delta over all tasks.
     *
     * @param seeds runs of each version
     * @param evaluations candidates of a run
     * @param gain of the best over the baseline as each run measured it in the end, geometric means, and B's over A's
     * @param wallSeconds of a run, means
     */
    public record LiveView(
            int seeds,
            int evaluations,
            Improvement gain,
            @JsonProperty("wall_s") Pair<Double> wallSeconds) {}

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

    /**
     * How the bodies were made that were compared.
     *
     * @param edits how many edits each version could make
     * @param evaluations how many it could measure
     * @param processorSeconds what it could think
     * @param plays of each body on each task
     * @param body name of the task
     * @param digest of the task's files
     * @param practice on how many recorded spaces edits were measured
     * @param made what came of it
     */
    public record MakingView(
            int edits,
            int evaluations,
            @JsonProperty("processor_s") double processorSeconds,
            int plays,
            String body,
            String digest,
            int practice,
            Pair<Edits> made) {}

    /**
     * The edits of a version, means of its seeds.
     *
     * @param accepted how many were accepted
     * @param by what got the credit
     * @param failed how many could not be built or played
     */
    public record Edits(double accepted, Map<String, Double> by, double failed) {}

    /** Returns the same with further tasks. */
    DeltaResult with(Map<String, TaskDelta> more, double seconds) {
        Map<String, TaskDelta> all = new LinkedHashMap<>(tasks);
        all.putAll(more);
        return new DeltaResult(
                delta,
                low,
                high,
                pBetter,
                floor,
                placebo,
                knownBetter,
                beside,
                all,
                imp,
                order,
                seeds,
                same,
                sandboxed,
                versions,
                cost,
                wallSeconds + seconds,
                tokens,
                report,
                making);
    }

    /** Returns the difference without what is beside it. */
    public Interval interval() {
        return new Interval(delta, low, high, pBetter);
    }
}
