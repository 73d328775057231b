package dev.ouroboros.app.delta;

import java.util.Arrays;
import java.util.List;
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
        var sorted = IntStream.rangeClosed(0, TIMES)
                .mapToObj(i -> plays.stream()
                        .mapToDouble(play -> Gap.at((double) i / TIMES, play, task.extent()))
                        .sorted()
                        .toArray())
                .toList();
        return new Curve(
                sorted.stream()
                        .map(gaps -> Arrays.stream(gaps).average().orElseThrow())
                        .toList(),
                sorted.stream().map(gaps -> gaps[(gaps.length - 1) / 4]).toList(),
                sorted.stream()
                        .map(gaps -> gaps[gaps.length - 1 - (gaps.length - 1) / 4])
                        .toList());
    }
}
