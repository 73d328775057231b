package dev.ouroboros.nativec.build;

import dev.ouroboros.cfamily.host.Blame;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.process.Sandbox;
import dev.ouroboros.engine.process.SandboxSpec;
import dev.ouroboros.engine.process.ToolCall;
import dev.ouroboros.engine.process.ToolResult;
import dev.ouroboros.engine.process.ToolRunner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compilers and what they made, run in the sandbox. */
public record Toolbox(Sandbox sandbox, ToolRunner tools) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int OUTPUT_CAP = 64 << 10;
    private static final long MEMORY = 2048L << 20;
    private static final long FILES = 256L << 20;

    /** What a shell says of a program that is not there. */
    private static final int NOT_FOUND = 127;

    /**
     * Runs a shell script.
     *
     * @param what for messages, as in "compiling"
     * @param folder seen at its own path, read-only
     * @param writable existing files that the script may change
     * @param arguments of the script, {@code $1} and so on
     * @throws CandidateFailure if it took too long or too much memory, or a tool is missing
     */
    ToolResult run(
            String what,
            String script,
            Path folder,
            List<Path> writable,
            Map<String, String> environment,
            List<String> arguments)
            throws CandidateFailure, InterruptedException {
        var spec = new SandboxSpec(List.of(folder), writable, List.of(), List.of(), environment, MEMORY, FILES, FILES);
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", script, "sh"));
        command.addAll(arguments);
        ToolResult result =
                tools.run(new ToolCall(sandbox.wrap(spec, command), folder, Map.of(), PATIENCE, OUTPUT_CAP, MEMORY));
        if (result.timedOut()) {
            throw new CandidateFailure(new Outcome.TimedOut(what + " took longer than " + PATIENCE.toSeconds() + " s"));
        }
        if (result.outOfMemory()) {
            throw Blame.rejected(Reason.MEMORY, what + " needed more than " + (MEMORY >> 20) + " MiB");
        }
        if (result.exit() == NOT_FOUND) {
            throw Blame.ours("a tool is missing: " + result.err().strip() + ". `./ouroboros setup` installs it.");
        }
        return result;
    }
}
