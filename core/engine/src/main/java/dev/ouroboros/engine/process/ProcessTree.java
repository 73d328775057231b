package dev.ouroboros.engine.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * One started process with everything it started. Descendants that made themselves children of init are found by a mark in
 * their environment; inside bubblewrap nothing can leave, since the end of its first process is the end of all.
 */
final class ProcessTree {
    private static final String MARK = "OUROBOROS_PROCESS";
    private static final boolean LISTS_CHILDREN = Files.exists(Path.of("/proc/thread-self/children"));

    /** Bounds the work against a process that forks faster than it is killed; the first ones include bubblewrap's own. */
    private static final int MOST = 4096;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long POLL_NANOS = 500_000;

    private final Process root;
    private final Mark mark;
    private final Set<Long> killed = new LinkedHashSet<>();

    /** @param mark what the root was started with */
    ProcessTree(Process root, Mark mark) {
        this.root = root;
        this.mark = mark;
    }

    /** One variable of the environment that no other process has. */
    record Mark(String name, String value) {
        static Mark fresh() {
            return new Mark(MARK, UUID.randomUUID().toString());
        }
    }

    /** The root and its descendants, parents first, {@code most} of them at most; empty when the root is gone. */
    List<Long> pids(int most) {
        return walk(root.isAlive() ? List.of(root.pid()) : List.of(), most, false);
    }

    /** Ends all of them. They may take a moment to be gone: {@link #awaitGone()}. */
    synchronized void kill() {
        if (root.isAlive()) {
            end(walk(List.of(root.pid()), MOST, true));
        }
        for (List<Long> strays = strays(); !strays.isEmpty() && killed.size() < MOST; strays = strays()) {
            end(walk(strays, MOST, true));
        }
    }

    /**
     * Waits for the end of all that {@link #kill()} ended.
     *
     * @return false when one is still there, as when a driver holds it in the kernel
     */
    boolean awaitGone() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        boolean interrupted = false;
        while (killedAndAlive()) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            LockSupport.parkNanos(POLL_NANOS);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    private synchronized boolean killedAndAlive() {
        killed.removeIf(pid -> !ProcFiles.alive(pid));
        return root.isAlive() || !killed.isEmpty();
    }

    private void end(List<Long> pids) {
        for (long pid : pids) {
            signal(pid, Posix.SIGKILL);
        }
        killed.addAll(pids);
    }

    /** A stopped process cannot fork, so its list of children is complete. */
    private static List<Long> walk(List<Long> roots, int most, boolean stop) {
        Set<Long> found = new LinkedHashSet<>();
        Queue<Long> waiting = new ArrayDeque<>(roots);
        while (!waiting.isEmpty() && found.size() < most) {
            long pid = waiting.remove();
            if (found.add(pid)) {
                if (stop) {
                    signal(pid, Posix.SIGSTOP);
                }
                waiting.addAll(children(pid));
            }
        }
        return List.copyOf(found);
    }

    private static List<Long> children(long pid) {
        return LISTS_CHILDREN
                ? ProcFiles.children(pid)
                : ProcessHandle.of(pid).stream()
                        .flatMap(ProcessHandle::children)
                        .map(ProcessHandle::pid)
                        .toList();
    }

    private List<Long> strays() {
        String entry = mark.name() + "=" + mark.value();
        return ProcFiles.all().stream()
                .filter(pid -> !killed.contains(pid))
                .filter(pid -> ProcFiles.text(pid, "environ").contains(entry))
                .filter(ProcFiles::alive)
                .toList();
    }

    private static void signal(long pid, int signal) {
        if (Posix.supported()) {
            Posix.call(SystemCall.KILL, pid, signal);
        } else if (signal == Posix.SIGKILL) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
    }
}
