package dev.ouroboros.cfamily.host;

import dev.ouroboros.engine.evaluation.CandidateFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/** Runners that end together, those included that are still being started. */
final class Crew implements AutoCloseable {
    private final Workshop workshop;
    private final long bytes;
    private final List<Runner> runners = new ArrayList<>();
    private boolean closed;

    /** @param bytes of memory shared with each runner */
    Crew(Workshop workshop, long bytes) {
        this.workshop = workshop;
        this.bytes = bytes;
    }

    /** Starts one in a thread of its own. */
    Future<Runner> start() {
        var task = new FutureTask<>(() -> {
            Runner runner = Runner.start(workshop.target(), bytes);
            join(runner);
            return runner;
        });
        Thread.ofPlatform().daemon().name("ouroboros-start").start(task);
        return task;
    }

    /** Waits for one. */
    static Runner await(Future<Runner> starting) throws CandidateFailure, InterruptedException {
        try {
            return starting.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CandidateFailure failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private synchronized void join(Runner runner) {
        if (closed) {
            runner.close();
        } else {
            runners.add(runner);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        runners.forEach(Runner::close);
        runners.clear();
    }
}
