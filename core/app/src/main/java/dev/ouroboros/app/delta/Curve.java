package dev.ouroboros.app.delta;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;

/**
 * The gap to the best of many plays by time, at equally spaced times.
 *
 * @param mean of all plays
 * @param low a quarter of the plays is below
 * @param high a quarter is above
 */
public record Curve(List<Double> mean, List<Double> low, List<Double> high) {
    private static final int TIMES = 100;

    static Curve of(List<Trace> plays, HeldOut task) {
        return of(share -> plays.stream()
                .mapToDouble(play -> Gap.at(share, play, task.extent()))
                .toArray());
    }

    /**
     * Returns the curve of some plays.
     *
     * @param gaps of all of them, after a share of the time
     */
    static Curve of(DoubleFunction<double[]> gaps) {
        var sorted = IntStream.rangeClosed(0, TIMES)
                .mapToObj(i ->
                        Arrays.stream(gaps.apply((double) i / TIMES)).sorted().toArray())
                .toList();
        return new Curve(
                sorted.stream()
                        .map(all -> Arrays.stream(all).average().orElseThrow())
                        .toList(),
                sorted.stream().map(all -> all[(all.length - 1) / 4]).toList(),
                sorted.stream()
                        .map(all -> all[all.length - 1 - (all.length - 1) / 4])
                        .toList());
    }
}
