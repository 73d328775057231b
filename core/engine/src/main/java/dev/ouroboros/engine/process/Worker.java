package dev.ouroboros.engine.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The parent's side of one sandboxed process that answers requests. After any failure, an interrupt or {@link #close()} the
 * process is dead with everything it started. Safe for use by several threads; one call is under way at a time.
 */
public final class Worker implements AutoCloseable {
    private static final long SETTLE_MILLIS = 2000;

    private final Process process;
    private final ProcessTree tree;
    private final MemoryWatch watch;
    private final Tail stderr;
    private final Conversation conversation;
    private @Nullable WorkerFailure failure;
    private volatile boolean closed;

    private Worker(Process process, ProcessTree tree, WorkerSpec spec) {
        this.process = process;
        this.tree = tree;
        this.watch = MemoryWatch.over(tree, spec.sandbox().memoryBytes());
        this.stderr = Tail.of(process.getErrorStream(), spec.stderrCap());
        this.conversation = Conversation.over(process.getOutputStream(), process.getInputStream());
    }

    /** Starts the process; whether it lives shows at the first call. */
    public static Worker start(WorkerSpec spec, Sandbox sandbox) {
        List<String> command = bound(spec.cpus(), sandbox.wrap(spec.sandbox(), spec.command()));
        var mark = ProcessTree.Mark.fresh();
        var builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().put(mark.name(), mark.value());
        try {
            Process process = Launcher.launch(builder::start);
            return new Worker(process, new ProcessTree(process, mark), spec);
        } catch (IOException e) {
            throw new UncheckedIOException("a worker could not be started: " + command.getFirst(), e);
        }
    }

    /** As {@link #exchange}, without the time. */
    public Frame call(Frame request, Duration timeout) throws WorkerFailure, InterruptedException {
        return exchange(request, timeout).frame();
    }

    /**
     * Sends a request and waits for the reply that repeats its nonce.
     *
     * @throws WorkerFailure when there is none in time; the process tree is gone
     * @throws InterruptedException when this thread is interrupted; the process tree is gone
     */
    public synchronized Reply exchange(Frame request, Duration timeout) throws WorkerFailure, InterruptedException {
        if (failure != null) {
            throw failure;
        }
        if (closed) {
            throw new IllegalStateException("this worker was closed");
        }
        Future<Reply> reply = conversation.ask(request);
        boolean answered = false;
        try {
            Reply result = reply.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            answered = true;
            return result;
        } catch (TimeoutException e) {
            failure = autopsy(WorkerFailure.Reason.TIMED_OUT, "no answer within " + timeout);
            throw failure;
        } catch (ExecutionException e) {
            failure = e.getCause() instanceof ProtocolException garbage
                    ? autopsy(WorkerFailure.Reason.PROTOCOL, String.valueOf(garbage.getMessage()))
                    : autopsy(WorkerFailure.Reason.CRASHED, String.valueOf(e.getCause()));
            throw failure;
        } finally {
            if (!answered) {
                close();
            }
        }
    }

    /** Kills the process and everything it started, and waits until they are gone. May be called from any thread. */
    @Override
    public void close() {
        closed = true;
        watch.close();
        conversation.end();
        tree.kill();
        tree.awaitGone();
    }

    /** What the parent saw comes first, unless the watch on memory explains it or the process tells more by its end. */
    private WorkerFailure autopsy(WorkerFailure.Reason seen, String detail) throws InterruptedException {
        boolean endedItself =
                seen == WorkerFailure.Reason.CRASHED && process.waitFor(SETTLE_MILLIS, TimeUnit.MILLISECONDS);
        close();
        String exceeded = watch.exceeded();
        String said = stderr.text(SETTLE_MILLIS);
        if (exceeded != null) {
            return new WorkerFailure(WorkerFailure.Reason.OUT_OF_MEMORY, exceeded, null, said);
        }
        if (seen != WorkerFailure.Reason.CRASHED) {
            return new WorkerFailure(seen, detail, null, said);
        }
        if (!endedItself) {
            return new WorkerFailure(WorkerFailure.Reason.PROTOCOL, detail + ", but did not end", null, said);
        }
        int exit = process.exitValue();
        return said.contains("java.lang.OutOfMemoryError")
                ? new WorkerFailure(WorkerFailure.Reason.OUT_OF_MEMORY, "Java's heap is full", exit, said)
                : new WorkerFailure(seen, "ended by " + ExitCode.name(exit) + " without an answer", exit, said);
    }

    private static List<String> bound(Set<Integer> cpus, List<String> command) {
        if (cpus.isEmpty()) {
            return command;
        }
        String list = cpus.stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
        List<String> line = new ArrayList<>(List.of("/usr/bin/taskset", "--cpu-list", list));
        line.addAll(command);
        return line;
    }
}
