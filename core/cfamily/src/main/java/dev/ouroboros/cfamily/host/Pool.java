package dev.ouroboros.cfamily.host;

import dev.ouroboros.engine.evaluation.CandidateFailure;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** Warm workers, as many as were ever in use at a time. Thread-safe. */
public final class Pool<W> implements AutoCloseable {
    private final Starter<W> starter;
    private final Consumer<W> ender;
    private final Deque<W> idle = new ArrayDeque<>();
    private boolean closed;

    public Pool(Starter<W> starter, Consumer<W> ender) {
        this.starter = starter;
        this.ender = ender;
    }

    @FunctionalInterface
    public interface Starter<W> {
        W start() throws CandidateFailure, InterruptedException;
    }

    /** Returns a worker nobody else uses, to be given back or ended. */
    public W take() throws CandidateFailure, InterruptedException {
        synchronized (this) {
            if (closed) {
                throw new IllegalStateException("this part's support was closed");
            }
            if (!idle.isEmpty()) {
                return idle.pop();
            }
        }
        return fresh();
    }

    /** Returns a new worker, likewise. */
    public W fresh() throws CandidateFailure, InterruptedException {
        return starter.start();
    }

    /**
     * Gives back a worker.
     *
     * @param reusable whether it is above suspicion; if not, it is ended
     */
    public void giveBack(W worker, boolean reusable) {
        synchronized (this) {
            if (reusable && !closed) {
                idle.push(worker);
                return;
            }
        }
        ender.accept(worker);
    }

    /** Ends those nobody uses; the others end when they are given back. */
    @Override
    public synchronized void close() {
        closed = true;
        idle.forEach(ender);
        idle.clear();
    }
}
