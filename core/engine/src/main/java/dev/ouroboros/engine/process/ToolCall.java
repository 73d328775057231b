package dev.ouroboros.engine.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One run of an external program.
 *
 * @param command the program and its arguments; {@link Sandbox#wrap} gives one for what is not trusted
 * @param folder the existing folder to run in
 * @param environment the complete environment; nothing is inherited
 * @param timeout after which the whole process tree is killed
 * @param outputCap bytes kept of standard output and of standard error each; what follows is read and dropped
 * @param memoryBytes resident size of the whole tree above which it is killed; {@link #UNBOUNDED} for trusted tools
 */
public record ToolCall(
        List<String> command,
        Path folder,
        Map<String, String> environment,
        Duration timeout,
        int outputCap,
        long memoryBytes) {
    public static final long UNBOUNDED = Long.MAX_VALUE;

    public ToolCall {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        if (command.isEmpty()) {
            throw new IllegalArgumentException("a tool call needs a command");
        }
    }

    /** Without a bound on memory. */
    public ToolCall(
            List<String> command, Path folder, Map<String, String> environment, Duration timeout, int outputCap) {
        this(command, folder, environment, timeout, outputCap, UNBOUNDED);
    }
}
