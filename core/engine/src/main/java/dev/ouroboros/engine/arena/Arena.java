package dev.ouroboros.engine.arena;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Plays strategies on recordings, each several times.
 *
 * @param repeats plays of each strategy on each recording
 * @param seed the same seed gives the same scores
 */
public record Arena(int repeats, long seed) {

    public Arena {
        if (repeats < 1) {
            throw new IllegalArgumentException("expected at least 1 repeat, but found " + repeats);
        }
    }

    /**
     * What came out.
     *
     * @param spaces score by recording, then strategy
     * @param mean score over all recordings, by strategy
     * @param thinkingShare time the strategies took to choose, as a share of what their choices cost by the recordings:
     *     the largest of all strategies
     */
    public record Result(Map<String, Map<String, Score>> spaces, Map<String, Score> mean, double thinkingShare) {}

    /** Plays all, on all processors. */
    public Result play(List<Recording> recordings, List<String> strategies, Consumer<String> progress) {
        Map<String, Map<String, Score>> spaces = new LinkedHashMap<>();
        Map<String, List<double[]>> byStrategy = new LinkedHashMap<>();
        Map<String, double[]> times = new LinkedHashMap<>();
        for (var recording : recordings) {
            var random = RandomSearch.of(recording);
            Map<String, Score> scores = new LinkedHashMap<>();
            for (var strategy : strategies) {
                var plays = plays(recording, strategy, random.seconds());
                double[] ofRepeats = plays.stream()
                        .mapToDouble(play -> Score.of(play, random))
                        .toArray();
                var score = Score.over(List.of(ofRepeats), seed);
                scores.put(strategy, score);
                byStrategy.computeIfAbsent(strategy, _ -> new ArrayList<>()).add(ofRepeats);
                double[] time = times.computeIfAbsent(strategy, _ -> new double[2]);
                plays.forEach(play -> {
                    time[0] += play.thinkingSeconds();
                    time[1] += play.recordedSeconds();
                });
                progress.accept(String.format("%s: %s %.3f", recording.name(), strategy, score.p()));
            }
            spaces.put(recording.name(), scores);
        }
        Map<String, Score> mean = new LinkedHashMap<>();
        byStrategy.forEach((strategy, scores) -> mean.put(strategy, Score.over(scores, seed)));
        double share = times.values().stream()
                .mapToDouble(time -> time[0] / time[1])
                .max()
                .orElse(0);
        return new Result(spaces, mean, share);
    }

    private List<Play> plays(Recording recording, String strategy, double seconds) {
        return IntStream.range(0, repeats)
                .parallel()
                .mapToObj(repeat -> Play.of(recording, strategy, seconds, random(recording, strategy, repeat)))
                .toList();
    }

    /** Its own numbers for each play, so that none depends on which others there are. */
    private SplittableRandom random(Recording recording, String strategy, int repeat) {
        long key = seed;
        for (var part : List.of(recording.name(), strategy, Integer.toString(repeat))) {
            key = new SplittableRandom(key ^ part.hashCode()).nextLong();
        }
        return new SplittableRandom(key);
    }
}
