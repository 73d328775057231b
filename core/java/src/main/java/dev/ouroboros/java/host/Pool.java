package dev.ouroboros.java.host;

import dev.ouroboros.engine.evaluation.CandidateFailure;
import java.util.ArrayDeque;
import java.util.Deque;

/** Warm workers, as many as were ever in use at a time. Thread-safe. */
final class Pool implements AutoCloseable {
    private final Starter starter;
    private final Deque<Runner> idle = new ArrayDeque<>();
    private boolean closed;

    Pool(Starter starter) {
        this.starter = starter;
    }

    @FunctionalInterface
    interface Starter {
        Runner start() throws CandidateFailure, InterruptedException;
    }

    /** Returns a worker nobody else uses, to be given back. */
    Runner take() throws CandidateFailure, InterruptedException {
        synchronized (this) {
            if (closed) {
                throw new IllegalStateException("this part's support was closed");
            }
            if (!idle.isEmpty()) {
                return idle.pop();
            }
        }
        return starter.start();
    }

    /**
     * Gives back a worker.
     *
     * @param well whether nothing went wrong; if not, it is ended
     */
    void giveBack(Runner runner, boolean well) {
        synchronized (this) {
            if (well && runner.reusable() && !closed) {
                idle.push(runner);
                return;
            }
        }
        runner.close();
    }

    /** Ends those nobody uses; the others end when they are given back. */
    @Override
    public synchronized void close() {
        closed = true;
        idle.forEach(Runner::close);
        idle.clear();
    }
}
