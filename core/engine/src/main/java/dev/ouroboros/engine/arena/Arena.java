package dev.ouroboros.engine.arena;

import dev.ouroboros.engine.search.GridSearch;
import dev.ouroboros.engine.search.Hyperparameters;
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
    private static final int CURVE_POINTS = 101;

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
     * @param thinkingShare processor time the strategies took to choose, as a share of what their choices cost by the recordings:
     *     the largest of all strategies
     * @param curves by recording, then strategy: how far ahead of random search it is, the mean over repeats, at 101
     *     equally spaced times
     */
    public record Result(
            Map<String, Map<String, Score>> spaces,
            Map<String, Score> mean,
            double thinkingShare,
            Map<String, Map<String, List<Double>>> curves) {}

    /** Plays all, on all processors. */
    public Result play(List<Recording> recordings, List<String> strategies, Consumer<String> progress) {
        Map<String, Map<String, Score>> spaces = new LinkedHashMap<>();
        Map<String, Map<String, List<Double>>> curves = new LinkedHashMap<>();
        Map<String, List<double[]>> byStrategy = new LinkedHashMap<>();
        Map<String, double[]> times = new LinkedHashMap<>();
        for (var recording : recordings) {
            var random = RandomSearch.of(recording);
            Map<String, Score> scores = new LinkedHashMap<>();
            Map<String, List<Double>> curvesHere = new LinkedHashMap<>();
            for (var strategy : strategies) {
                var plays = plays(recording, strategy, random.seconds());
                double[] ofRepeats = plays.stream()
                        .mapToDouble(play -> Score.of(play, random))
                        .toArray();
                var score = Score.over(List.of(ofRepeats), seed);
                scores.put(strategy, score);
                curvesHere.put(strategy, meanCurve(plays, random));
                byStrategy.computeIfAbsent(strategy, _ -> new ArrayList<>()).add(ofRepeats);
                double[] time = times.computeIfAbsent(strategy, _ -> new double[2]);
                plays.forEach(play -> {
                    time[0] += play.thinkingSeconds();
                    time[1] += play.recordedSeconds();
                });
                progress.accept(String.format("%s: %s %.3f", recording.name(), strategy, score.p()));
            }
            spaces.put(recording.name(), scores);
            curves.put(recording.name(), curvesHere);
        }
        Map<String, Score> mean = new LinkedHashMap<>();
        byStrategy.forEach((strategy, scores) -> mean.put(strategy, Score.over(scores, seed)));
        double share = times.values().stream()
                .mapToDouble(time -> time[0] / time[1])
                .max()
                .orElse(0);
        return new Result(spaces, mean, share, curves);
    }

    /** Returns the scores of all plays of the default strategy with these hyper-parameters, on all processors. */
    public List<Double> scores(Recording recording, Hyperparameters hyperparameters) {
        var random = RandomSearch.of(recording);
        return IntStream.range(0, repeats)
                .parallel()
                .mapToObj(repeat -> Play.of(
                        recording,
                        GridSearch.of(hyperparameters, recording.grid()),
                        random.seconds(),
                        random(recording, GridSearch.DEFAULT, repeat)))
                .map(play -> Score.of(play, random))
                .toList();
    }

    private List<Play> plays(Recording recording, String strategy, double seconds) {
        return IntStream.range(0, repeats)
                .parallel()
                .mapToObj(repeat -> Play.of(
                        recording,
                        GridSearch.of(strategy, recording.grid()),
                        seconds,
                        random(recording, strategy, repeat)))
                .toList();
    }

    private static List<Double> meanCurve(List<Play> plays, RandomSearch random) {
        var curves = plays.stream().map(play -> Score.curve(play, random)).toList();
        return IntStream.range(0, CURVE_POINTS)
                .mapToObj(i -> curves.stream()
                        .mapToDouble(curve -> curve[i * (curve.length - 1) / (CURVE_POINTS - 1)])
                        .average()
                        .orElseThrow())
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
