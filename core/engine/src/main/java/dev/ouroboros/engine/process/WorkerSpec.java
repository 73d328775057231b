package dev.ouroboros.engine.process;

import java.util.List;
import java.util.Set;

/**
 * How to start a worker.
 *
 * @param command speaks the protocol of {@link WorkerServer} on its standard input and output
 * @param sandbox what it may see and use
 * @param cpus numbers of the processors it is bound to, which a sandbox keeps it from changing; empty for all
 * @param stderrCap bytes kept of the end of its standard error
 */
public record WorkerSpec(List<String> command, SandboxSpec sandbox, Set<Integer> cpus, int stderrCap) {
    public WorkerSpec {
        command = List.copyOf(command);
        cpus = Set.copyOf(cpus);
        if (command.isEmpty()) {
            throw new IllegalArgumentException("a worker needs a command");
        }
    }
}
