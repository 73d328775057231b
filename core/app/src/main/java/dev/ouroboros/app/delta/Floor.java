package dev.ouroboros.app.delta;

import dev.ouroboros.app.delta.Scores.Half;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A version against itself.
 *
 * @param first number of the first seed of the first half; the other half begins after its last
 * @param interval the difference of the halves, which is chance
 * @param areas the areas under the gap by task, those of the first half and those of the other
 */
public record Floor(int first, int seeds, Interval interval, Map<String, List<List<Double>>> areas) {

    static Floor of(Match match, Traces traces) {
        var scores = new Scores(traces);
        Map<String, List<List<Double>>> areas = new LinkedHashMap<>();
        for (var task : match.tasks()) {
            areas.put(
                    task.name(),
                    List.of(
                            areas(scores, match, task, match.paired()),
                            areas(scores, match, task, match.independent())));
        }
        var interval = scores.difference(
                Scores.AREA,
                match.tasks(),
                new Half(match.sideA(), match.first(), match.seeds()),
                new Half(match.sideA(), match.first() + match.seeds(), match.seeds()));
        return new Floor(match.first(), match.seeds(), interval, areas);
    }

    private static List<Double> areas(Scores scores, Match match, HeldOut task, IntStream seeds) {
        return Arrays.stream(scores.of(Scores.AREA, match.sideA(), task, seeds))
                .map(area -> Math.round(area * 1e6) / 1e6)
                .boxed()
                .toList();
    }
}
