package dev.ouroboros.engine.process;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Watches one process tree every {@value #PERIOD_MS} ms and kills it when it holds more memory than it may or has more tasks
 * than {@value #MAX_TASKS} (RLIMIT_NPROC does not bind root). Counted are anonymous, shared and swapped pages of
 * {@code /proc/PID/status}; the private {@code /tmp} is bounded by its own size instead. A tree that allocates 10 GB/s
 * overshoots by 0.25 GB; its {@code oom_score_adj} of 1000 makes it the kernel's first choice if that is too much.
 */
final class MemoryWatch implements AutoCloseable {
    static final int MAX_TASKS = 1024;
    private static final int PERIOD_MS = 25;

    /** New processes are looked for in the first polls, while the sandbox builds up, and in every fourth later. */
    private static final int EAGER_POLLS = 16;

    private static final int REDISCOVER = 4;

    private static final ScheduledExecutorService THREAD = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("ouroboros-memory-watch").daemon().factory());

    private final ProcessTree tree;
    private final long memoryBytes;
    private volatile @Nullable Future<?> polling;
    private List<Long> pids = List.of();
    private int polls;
    private volatile @Nullable String exceeded;

    private MemoryWatch(ProcessTree tree, long memoryBytes) {
        this.tree = tree;
        this.memoryBytes = memoryBytes;
    }

    /** Watches until closed; nothing at all when unbounded. */
    static MemoryWatch over(ProcessTree tree, long memoryBytes) {
        var watch = new MemoryWatch(tree, memoryBytes);
        if (memoryBytes != ToolCall.UNBOUNDED) {
            watch.polling = THREAD.scheduleWithFixedDelay(watch::poll, 0, PERIOD_MS, TimeUnit.MILLISECONDS);
        }
        return watch;
    }

    /** Why the tree was killed, or null when it was not (not by this watch). */
    @Nullable
    String exceeded() {
        return exceeded;
    }

    @Override
    public void close() {
        Future<?> running = polling;
        if (running != null) {
            running.cancel(false);
        }
    }

    private void poll() {
        if (polls < EAGER_POLLS || polls % REDISCOVER == 0) {
            pids = tree.pids(MAX_TASKS + 1);
        }
        polls++;
        long bytes = 0;
        long tasks = 0;
        for (long pid : pids) {
            String status = ProcFiles.text(pid, "status");
            bytes += 1024 * (number(status, "RssAnon:") + number(status, "RssShmem:") + number(status, "VmSwap:"));
            tasks += number(status, "Threads:");
        }
        if (bytes > memoryBytes) {
            kill(bytes + " bytes of memory, " + memoryBytes + " allowed");
        } else if (tasks > MAX_TASKS) {
            kill(tasks + " processes and threads, " + MAX_TASKS + " allowed");
        }
    }

    private void kill(String why) {
        exceeded = why;
        tree.kill();
        close();
    }

    /** The number after a key of {@code /proc/PID/status}, 0 where it is missing. */
    private static long number(String status, String key) {
        int at = status.indexOf("\n" + key);
        if (at < 0) {
            return 0;
        }
        long value = 0;
        boolean begun = false;
        for (int i = at + 1 + key.length(); i < status.length(); i++) {
            char c = status.charAt(i);
            if (Character.isDigit(c)) {
                value = 10 * value + (c - '0');
                begun = true;
            } else if (begun) {
                break;
            }
        }
        return value;
    }
}
