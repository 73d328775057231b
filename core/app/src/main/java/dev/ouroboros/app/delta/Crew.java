package dev.ouroboros.app.delta;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Does jobs, several at a time, in the order of the list.
 *
 * @param parallel jobs at a time
 */
record Crew(int parallel) {

    /** One who does jobs, with processes of its own; used by one thread. */
    interface Hand<J> extends AutoCloseable {
        void work(J job) throws DeltaException, InterruptedException;

        @Override
        void close();
    }

    /** Told after each job. */
    interface Progress {
        /** So many of all are done. */
        void done(int done, int all);
    }

    /**
     * Does all jobs, or throws what the first failed of.
     *
     * @throws InterruptedException when this thread is interrupted
     */
    <J> void work(List<J> jobs, Supplier<Hand<J>> hands, Progress progress)
            throws DeltaException, InterruptedException {
        Queue<J> queue = new ConcurrentLinkedQueue<>(jobs);
        var done = new AtomicInteger();
        Callable<Void> table = () -> {
            try (var hand = hands.get()) {
                for (var job = queue.poll(); job != null; job = queue.poll()) {
                    hand.work(job);
                    progress.done(done.incrementAndGet(), jobs.size());
                }
            }
            return null;
        };
        var threads = Executors.newFixedThreadPool(parallel);
        try {
            var tables = new ExecutorCompletionService<Void>(threads);
            var running = new ArrayList<Object>();
            for (int i = 0; i < Math.min(parallel, jobs.size()); i++) {
                running.add(tables.submit(table));
            }
            for (var _ : running) {
                tables.take().get();
            }
        } catch (ExecutionException e) {
            throw failure(e);
        } finally {
            threads.shutdownNow();
            threads.close();
        }
    }

    /** Returns what a table failed of, for the caller to know; what is a defect is thrown. */
    private static DeltaException failure(ExecutionException table) throws InterruptedException {
        var cause = table.getCause();
        if (cause instanceof InterruptedException interrupted) {
            throw interrupted;
        }
        if (cause instanceof DeltaException wrong) {
            return wrong;
        }
        throw new IllegalStateException("a play failed", cause);
    }
}
