package dev.ouroboros.engine.arena;

import dev.ouroboros.engine.search.GridSearch;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * One search on one recording.
 *
 * @param steps each better value when it was found, in order
 * @param recordedSeconds what trying them cost
 * @param thinkingSeconds processor time that choosing them took here, whatever else the machine is doing
 */
record Play(List<Step> steps, double recordedSeconds, double thinkingSeconds) {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** From {@code seconds} on the best value was {@code value}. */
    record Step(double seconds, double value) {}

    /** Plays until the time is up or all points were tried. What is under way when the time is up does not count. */
    static Play of(Recording recording, GridSearch search, double seconds, RandomGenerator random) {
        var results = new ArrayList<GridSearch.Result>();
        var steps = new ArrayList<Step>();
        double spent = 0;
        long thought = 0;
        double first = Double.NaN;
        double best = Double.POSITIVE_INFINITY;
        while (spent < seconds) {
            long start = THREADS.getCurrentThreadCpuTime();
            var choices = search.choose(results, 1, random);
            thought += THREADS.getCurrentThreadCpuTime() - start;
            if (choices.isEmpty()) {
                break;
            }
            for (var choice : choices) {
                var entry = recording.at(choice.point());
                spent += entry.cost();
                if (entry.valid()) {
                    first = Double.isNaN(first) ? entry.value() : first;
                    if (entry.value() < best && spent <= seconds) {
                        best = entry.value();
                        steps.add(new Step(spent, best));
                    }
                }
                results.add(new GridSearch.Result(choice, Math.log(first / entry.value()), entry.cost()));
            }
        }
        return new Play(List.copyOf(steps), spent, 1e-9 * thought);
    }
}
