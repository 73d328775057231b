package dev.ouroboros.app.delta;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Live tasks that two versions run, both with the same seeds.
 *
 * @param a the program of A
 * @param b the program of B
 */
public record LiveMatch(Version a, Version b, List<LiveTask> tasks, LiveEffort effort, int first) {
    public LiveMatch {
        tasks = List.copyOf(tasks);
    }

    /** Returns all runs, A's and B's by turns, so that both meet the same state of the machine. */
    List<LiveRuns.Order> orders() {
        return IntStream.range(0, effort.seeds())
                .boxed()
                .flatMap(i ->
                        tasks.stream().flatMap(task -> Stream.of(order(a, task, i), order(b, task, others() + i))))
                .toList();
    }

    /** A version beside itself gets other seeds, which is a floor; the same run beside itself would say nothing. */
    private int others() {
        return a.sameAs(b) ? effort.seeds() : 0;
    }

    /** Returns the runs of a task side by side. */
    LiveComparison comparison(LiveTask task, LiveRuns runs) {
        return new LiveComparison(of(a, task, 0, runs), of(b, task, others(), runs), effort.evaluations());
    }

    private List<LiveRun> of(Version version, LiveTask task, int from, LiveRuns runs) {
        return IntStream.range(0, effort.seeds())
                .mapToObj(i -> Objects.requireNonNull(runs.of(order(version, task, from + i)), "not run"))
                .toList();
    }

    private LiveRuns.Order order(Version version, LiveTask task, int i) {
        return new LiveRuns.Order(version, task, first + i, effort.evaluations(), effort.time());
    }
}
