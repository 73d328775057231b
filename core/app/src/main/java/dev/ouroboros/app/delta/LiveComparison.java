package dev.ouroboros.app.delta;

import dev.ouroboros.app.delta.DeltaResult.Improvement;
import dev.ouroboros.app.delta.DeltaResult.LiveView;
import dev.ouroboros.app.delta.DeltaResult.Pair;
import dev.ouroboros.app.delta.DeltaResult.TaskDelta;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Compares two versions by their runs of a live task. The gap is by evaluations, from the baseline, where it is 1, to the best
 * that any of these runs found, where it is 0: halfway is what has half of the logarithm of its gain.
 *
 * @param a runs of A, by seed
 * @param b those of B with the same seeds
 * @param evaluations candidates of a run
 */
record LiveComparison(List<LiveRun> a, List<LiveRun> b, int evaluations) {
    private static final List<Integer> TRIALS = List.of(5, 20, 50);
    private static final long RESAMPLING_SEED = 1;

    TaskDelta delta() {
        var delta = difference(this::area, a, b);
        Map<String, Double> areas = new LinkedHashMap<>();
        areas.put("a", mean(this::area, a));
        areas.put("b", mean(this::area, b));
        Map<String, Improvement> imp = new LinkedHashMap<>();
        for (int k : TRIALS) {
            if (k <= evaluations) {
                imp.put(Integer.toString(k), improvement(run -> Math.log(run.gainAfter(k))));
            }
        }
        return new TaskDelta(
                delta.delta(),
                delta.low(),
                delta.high(),
                delta.pBetter(),
                areas,
                mean(LiveRun::seconds, a),
                imp,
                new LiveView(
                        a.size(),
                        evaluations,
                        improvement(run -> Math.log(run.gain())),
                        new Pair<>(mean(LiveRun::seconds, a), mean(LiveRun::seconds, b))));
    }

    /** Returns the curves by who ran. */
    Map<String, Curve> curves() {
        Map<String, Curve> curves = new LinkedHashMap<>();
        curves.put("a", curve(a));
        curves.put("b", curve(b));
        return curves;
    }

    private Curve curve(List<LiveRun> runs) {
        return Curve.of(share -> runs.stream()
                .mapToDouble(run -> gap(run, (int) Math.floor(share * evaluations)))
                .toArray());
    }

    /** The mean gap after each of the evaluations. */
    private double area(LiveRun run) {
        return IntStream.rangeClosed(1, evaluations)
                .mapToDouble(evaluation -> gap(run, evaluation))
                .average()
                .orElseThrow();
    }

    private double gap(LiveRun run, int evaluation) {
        double way = Math.log(IntStream.range(0, a.size())
                .mapToDouble(
                        i -> Math.max(a.get(i).gainAfter(evaluations), b.get(i).gainAfter(evaluations)))
                .max()
                .orElseThrow());
        return way <= 0 ? 0 : 1 - Math.log(run.gainAfter(evaluation)) / way;
    }

    private Improvement improvement(ToDoubleFunction<LiveRun> logarithm) {
        var ratio = difference(logarithm, b, a);
        return new Improvement(
                Math.exp(mean(logarithm, a)),
                Math.exp(mean(logarithm, b)),
                Math.exp(ratio.delta()),
                Math.exp(ratio.low()),
                Math.exp(ratio.high()));
    }

    private static Interval difference(ToDoubleFunction<LiveRun> figure, List<LiveRun> left, List<LiveRun> right) {
        return Interval.of(
                List.of(IntStream.range(0, left.size())
                        .mapToDouble(i -> figure.applyAsDouble(left.get(i)) - figure.applyAsDouble(right.get(i)))
                        .toArray()),
                RESAMPLING_SEED);
    }

    private static double mean(ToDoubleFunction<LiveRun> figure, List<LiveRun> runs) {
        return Arrays.stream(runs.stream().mapToDouble(figure).toArray())
                .average()
                .orElseThrow();
    }
}
