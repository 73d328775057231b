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
        var ledger = new Ledger(recording, seconds);
        long thought = 0;
        while (!ledger.isOver()) {
            long start = THREADS.getCurrentThreadCpuTime();
            var choices = search.choose(results, 1, random);
            thought += THREADS.getCurrentThreadCpuTime() - start;
            if (choices.isEmpty()) {
                break;
            }
            for (var choice : choices) {
                var told = ledger.tried(choice.point());
                results.add(new GridSearch.Result(choice, told.logGain(), told.seconds()));
            }
        }
        return new Play(ledger.steps(), ledger.spent(), 1e-9 * thought);
    }
}
