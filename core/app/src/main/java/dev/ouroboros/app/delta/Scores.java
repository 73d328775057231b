package dev.ouroboros.app.delta;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

/** Figures of plays that were played. */
record Scores(Traces traces) {
    private static final long RESAMPLING_SEED = 1;

    /** What a play is worth. */
    interface Worth extends ToDoubleBiFunction<Trace, HeldOut> {}

    /** The area under the gap to the best. */
    static final Worth AREA = (trace, task) -> Gap.area(trace, task.extent());

    /** Returns the natural logarithm of imp@k. */
    static Worth improvement(int k) {
        return (trace, task) -> Math.log(Gap.improvement(k, trace, task.extent()));
    }

    /** Returns the plays of a side on a task. */
    List<Trace> plays(Side side, HeldOut task, IntStream seeds) {
        return seeds.mapToObj(seed -> Objects.requireNonNull(traces.of(side, task, seed), "not played"))
                .toList();
    }

    /** Returns what each play of a side on a task is worth. */
    double[] of(Worth worth, Side side, HeldOut task, IntStream seeds) {
        return plays(side, task, seeds).stream()
                .mapToDouble(trace -> worth.applyAsDouble(trace, task))
                .toArray();
    }

    /** Returns the mean worth of the plays of a side on a task. */
    double mean(Worth worth, Side side, HeldOut task, IntStream seeds) {
        return Arrays.stream(of(worth, side, task, seeds)).average().orElseThrow();
    }

    /** Returns how much more the left side's plays are worth than the right side's, pair by pair. */
    Interval difference(Worth worth, List<HeldOut> tasks, Half left, Half right) {
        return Interval.of(
                tasks.stream()
                        .map(task -> {
                            double[] lefts = of(worth, left.side(), task, left.seeds());
                            double[] rights = of(worth, right.side(), task, right.seeds());
                            return IntStream.range(0, lefts.length)
                                    .mapToDouble(i -> lefts[i] - rights[i])
                                    .toArray();
                        })
                        .toList(),
                RESAMPLING_SEED);
    }

    /** One side of a comparison with the seeds that it played. */
    record Half(Side side, int first, int count) {
        IntStream seeds() {
            return IntStream.range(first, first + count);
        }
    }
}
