package dev.ouroboros.app.delta;

import dev.ouroboros.engine.process.Sandbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Plays what is missing, several at a time. What a play gives does not depend on when it is played or beside what.
 *
 * @param parallel plays at a time
 */
record Plays(Traces traces, Sandbox sandbox, int parallel) {

    /** One play that is wanted. */
    record Order(Side side, HeldOut task, int seed) {}

    /** Told after each play. */
    interface Progress {
        /** So many of all that were missing are played. */
        void played(int done, int all);
    }

    /**
     * Sees to it that all are played.
     *
     * @throws InterruptedException when this thread is interrupted; what was played is kept
     */
    void fulfil(List<Order> orders, Progress progress) throws DeltaException, InterruptedException {
        var missing = orders.stream()
                .filter(order -> traces.of(order.side(), order.task(), order.seed()) == null)
                .distinct()
                .toList();
        Queue<Order> queue = new ConcurrentLinkedQueue<>(missing);
        var done = new AtomicInteger();
        Callable<Void> table = () -> {
            try (var players = new VersionPlayers(sandbox)) {
                for (var order = queue.poll(); order != null; order = queue.poll()) {
                    traces.add(order.side(), order.task(), order.seed(), play(order, players));
                    progress.played(done.incrementAndGet(), missing.size());
                }
            }
            return null;
        };
        var threads = Executors.newFixedThreadPool(parallel);
        try {
            var tables = new ExecutorCompletionService<Void>(threads);
            var running = new ArrayList<Object>();
            for (int i = 0; i < Math.min(parallel, missing.size()); i++) {
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

    private static Trace play(Order order, VersionPlayers players) throws DeltaException, InterruptedException {
        var task = order.task();
        return switch (order.side()) {
            case Side.Frozen(var version, var disguise) ->
                Referee.play(task, disguise.charge(), players.of(version, task, order.seed(), disguise));
            case Side.Yardstick.RANDOM -> Referee.play(task, 1, new RandomChooser(task, task.random(order.seed())));
            case Side.Yardstick.GREEDY -> Referee.play(task, 1, new GreedyChooser(task, task.random(order.seed())));
        };
    }
}
