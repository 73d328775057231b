package dev.ouroboros.engine.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zeroturnaround.exec.ProcessExecutor;
import org.zeroturnaround.exec.StartedProcess;

/** Real processes on this machine, through zt-exec. Their standard input is empty. Safe for use by several threads. */
public final class DefaultToolRunner implements ToolRunner {
    private static final long CLOSE_SECONDS = 5;

    @Override
    public ToolResult run(ToolCall call) throws InterruptedException {
        var out = new CappedOutput(call.outputCap());
        var err = new CappedOutput(call.outputCap());
        var mark = ProcessTree.Mark.fresh();
        StartedProcess started = start(call, mark, out, err);
        Process process = started.getProcess();
        var tree = new ProcessTree(process, mark);
        boolean ended;
        @Nullable String exceeded;
        try (var watch = MemoryWatch.over(tree, call.memoryBytes())) {
            ended = process.waitFor(call.timeout().toNanos(), TimeUnit.NANOSECONDS);
            exceeded = watch.exceeded();
        } finally {
            tree.kill();
            tree.awaitGone();
        }
        awaitOutput(started);
        boolean truncated = out.truncated() || err.truncated();
        return new ToolResult(
                process.waitFor(), out.text(), err.text(), !ended && exceeded == null, exceeded != null, truncated);
    }

    private static StartedProcess start(ToolCall call, ProcessTree.Mark mark, CappedOutput out, CappedOutput err) {
        String program = call.command().getFirst();
        if (!Files.isDirectory(call.folder())) {
            throw new IllegalArgumentException("the folder to run " + program + " in does not exist: "
                    + call.folder().toAbsolutePath());
        }
        var executor = new ProcessExecutor(call.command())
                .directory(call.folder().toFile())
                .environment(environment(call, mark))
                .redirectOutput(out)
                .redirectError(err)
                .closeTimeout(CLOSE_SECONDS, TimeUnit.SECONDS);
        try {
            return Launcher.launch(executor::start);
        } catch (IOException e) {
            if (installed(program, call.folder())) {
                throw new UncheckedIOException("the program '" + program + "' could not be started", e);
            }
            throw new ToolMissing(program);
        }
    }

    /** Searched where Java's own start searches: on the path of this JVM, whatever the call's environment. */
    private static boolean installed(String program, Path folder) {
        return program.contains("/")
                ? Files.exists(folder.resolve(program))
                : Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    /** To zt-exec a null is a variable to remove. */
    private static Map<String, @Nullable String> environment(ToolCall call, ProcessTree.Mark mark) {
        Map<String, @Nullable String> environment = new HashMap<>();
        System.getenv().keySet().forEach(name -> environment.put(name, null));
        environment.putAll(call.environment());
        environment.put(mark.name(), mark.value());
        return environment;
    }

    /** All writers are dead, so the pumps come to the end of their pipes. */
    private static void awaitOutput(StartedProcess started) throws InterruptedException {
        try {
            started.getFuture().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the output of " + started.getProcess() + " could not be read", e);
        }
    }
}
