package dev.ouroboros.app.delta;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A mean difference with its 99 % bootstrap interval.
 *
 * @param pBetter share of the resamples in which the difference is above 0; one that is 0 counts half
 */
public record Interval(
        double delta,
        double low,
        double high,
        @JsonProperty("p_better") double pBetter) {
    private static final int RESAMPLES = 10_000;
    private static final double TAIL = 0.005;

    /**
     * Returns that of the mean over tasks of the mean over seeds; seeds are resampled within their task, each with both plays
     * of the pair (Efron and Tibshirani, "An Introduction to the Bootstrap", 1993, chapters 8 and 13). A bootstrap spreads
     * by sqrt((n-1)/n) too little for n seeds; that is put right.
     *
     * @param differences for each task those of all seeds
     * @param seed of the resampling
     */
    public static Interval of(List<double[]> differences, long seed) {
        double[] ofTasks = differences.stream()
                .mapToDouble(task -> Arrays.stream(task).average().orElseThrow())
                .toArray();
        double delta = Arrays.stream(ofTasks).average().orElseThrow();
        var random = new SplittableRandom(seed);
        double[] means = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            double sum = 0;
            for (int task = 0; task < ofTasks.length; task++) {
                sum += resampled(differences.get(task), ofTasks[task], random);
            }
            means[i] = sum / ofTasks.length;
        }
        Arrays.sort(means);
        double better = Arrays.stream(means)
                .map(mean -> mean > 0 ? 1 : mean == 0 ? 0.5 : 0)
                .average()
                .orElseThrow();
        return new Interval(delta, means[(int) (TAIL * RESAMPLES)], means[(int) ((1 - TAIL) * RESAMPLES) - 1], better);
    }

    private static double resampled(double[] task, double mean, SplittableRandom random) {
        double sum = 0;
        for (int i = 0; i < task.length; i++) {
            sum += task[random.nextInt(task.length)];
        }
        double spread = task.length > 1 ? Math.sqrt(task.length / (task.length - 1.0)) : 1;
        return mean + spread * (sum / task.length - mean);
    }

    /** Returns whether 0 lies in it. */
    public boolean holdsZero() {
        return low <= 0 && high >= 0;
    }

    /** Returns from end to end. */
    public double width() {
        return high - low;
    }
}
