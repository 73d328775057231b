package dev.ouroboros.hdl.tool;

import dev.ouroboros.engine.process.DefaultToolRunner;
import dev.ouroboros.engine.process.Sandbox;
import dev.ouroboros.engine.process.SandboxSpec;
import dev.ouroboros.engine.process.Sandboxes;
import dev.ouroboros.engine.process.ToolCall;
import dev.ouroboros.engine.process.ToolMissing;
import dev.ouroboros.engine.process.ToolResult;
import dev.ouroboros.engine.process.ToolRunner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs the layer's tools. What they read was written by a candidate, so they are in the sandbox: they see their folder
 * read-only, and may write to files made for them beforehand.
 */
public record Toolbox(Sandbox sandbox, ToolRunner runner) {
    /** How many times longer than the processor's the time on the clock may be. */
    private static final int SLOWEST = 8;

    /** What a program may need on the clock just to start on a machine that has much else to do. */
    private static final Duration START = Duration.ofSeconds(30);

    private static final int OUTPUT_CAP = 1 << 20;
    private static final long MIB = 1 << 20;
    private static final long MEMORY = 3072 * MIB;
    private static final long TMP = 256 * MIB;

    /** Returns one to look at this machine with, in a sandbox if there is one. */
    public static Toolbox onThisMachine() throws InterruptedException {
        return new Toolbox(Sandboxes.orNone(), new DefaultToolRunner());
    }

    /**
     * Runs a program in its folder.
     *
     * @param outputs files of the folder that it may change
     * @throws ToolMissing if the program is not installed
     */
    public ToolResult run(
            WorkFolder folder, List<Path> outputs, String program, List<String> arguments, Duration timeout)
            throws InterruptedException {
        return run(folder, List.of(), outputs, program, arguments, timeout);
    }

    /**
     * The same, but the time is that of the processor, however much else the machine does; on the clock it may take
     * {@value #SLOWEST} times as long, and half a minute to start.
     */
    public ToolResult runFor(
            Duration processor, WorkFolder folder, List<Path> outputs, String program, List<String> arguments)
            throws InterruptedException {
        long seconds = Math.max(1, processor.plusMillis(999).toSeconds());
        return run(
                folder,
                List.of(),
                outputs,
                program,
                arguments,
                "ulimit -t " + seconds,
                Duration.ofSeconds(seconds).multipliedBy(SLOWEST).plus(START));
    }

    /**
     * The same for a program that reads more than its folder.
     *
     * @param readOnly files and folders that it may read too; {@link Programs#installation} of programs that it starts
     */
    public ToolResult run(
            WorkFolder folder,
            List<Path> readOnly,
            List<Path> outputs,
            String program,
            List<String> arguments,
            Duration timeout)
            throws InterruptedException {
        return run(folder, readOnly, outputs, program, arguments, "true", timeout);
    }

    /** @param first a command of the shell that the program is started from */
    private ToolResult run(
            WorkFolder folder,
            List<Path> readOnly,
            List<Path> outputs,
            String program,
            List<String> arguments,
            String first,
            Duration timeout)
            throws InterruptedException {
        Path found = Programs.find(program);
        var visible = new ArrayList<>(List.of(folder.path()));
        visible.addAll(Programs.installation(found));
        visible.addAll(readOnly);
        var spec = new SandboxSpec(visible, outputs, List.of(), List.of(), Map.of(), MEMORY, TMP, TMP);
        var command = new ArrayList<>(List.of(
                "/bin/sh",
                "-c",
                first + " && cd \"$1\" && shift && exec \"$@\"",
                "tool",
                folder.path().toString(),
                found.toString()));
        command.addAll(arguments);
        return runner.run(
                new ToolCall(sandbox.wrap(spec, command), folder.path(), Map.of(), timeout, OUTPUT_CAP, MEMORY));
    }
}
