package dev.ouroboros.engine.process;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Starts processes from one thread that lives as long as the JVM. The kernel sends a sandbox its parent's death when the
 * <em>thread</em> that started it ends ({@code PR_SET_PDEATHSIG}, prctl(2)), which pool and carrier threads do at any time.
 */
final class Launcher {
    private static final ExecutorService THREAD = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("ouroboros-launcher").daemon().factory());

    private Launcher() {}

    /** Something that forks in the calling thread. */
    interface Start<T> {
        T start() throws IOException;
    }

    /** Not interruptible, since a process that nobody knows of would be left behind; an interrupt stays pending. */
    static <T> T launch(Start<T> start) throws IOException {
        Future<T> started = THREAD.submit(start::start);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return started.get();
                } catch (InterruptedException later) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw new IllegalStateException("a process could not be started", e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
