package dev.ouroboros.benchmarks;

import dev.ouroboros.engine.evaluation.Medians;
import java.util.Random;

/**
 * Two calls timed in turn, in random order, each over a batch of at least 20 ms. The threads of OpenBLAS spin for some 25 ms
 * after a call, so a pause stands before every batch of either side.
 */
final class Alternation {
    private static final double BATCH_SECONDS = 0.020;
    private static final long PAUSE_MILLIS = 60;

    private Alternation() {}

    /**
     * What came out.
     *
     * @param one median seconds of one call
     * @param other the same of the other call
     * @param ratio median over rounds: how many times as fast the one was
     */
    record Rates(double one, double other, double ratio) {}

    static Rates of(Runnable one, Runnable other, int rounds, Random random) throws InterruptedException {
        int ones = batch(one);
        int others = batch(other);
        var first = new double[rounds];
        var second = new double[rounds];
        var ratios = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            boolean before = random.nextBoolean();
            if (before) {
                first[i] = seconds(one, ones);
            }
            second[i] = seconds(other, others);
            if (!before) {
                first[i] = seconds(one, ones);
            }
            ratios[i] = second[i] / first[i];
        }
        return new Rates(Medians.median(first), Medians.median(second), Medians.median(ratios));
    }

    /** Returns how many calls take at least {@link #BATCH_SECONDS}. */
    private static int batch(Runnable call) throws InterruptedException {
        int calls = 1;
        while (seconds(call, calls) * calls < BATCH_SECONDS) {
            calls *= 2;
        }
        return calls;
    }

    /** Returns the seconds of one call, from a batch after a pause and one call to wake the threads. */
    private static double seconds(Runnable call, int calls) throws InterruptedException {
        Thread.sleep(PAUSE_MILLIS);
        call.run();
        long start = System.nanoTime();
        for (int i = 0; i < calls; i++) {
            call.run();
        }
        return (System.nanoTime() - start) / 1e9 / calls;
    }
}
