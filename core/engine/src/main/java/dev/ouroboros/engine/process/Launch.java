package dev.ouroboros.engine.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The shell step before a sandboxed program: it opens descriptors, which Java's own start would have closed. */
final class Launch {
    private Launch() {}

    /**
     * Opens {@code input} for reading as descriptor 3 and each of {@code shared} for both from 4 on, makes the process
     * the first that the kernel ends when memory is short, then becomes {@code command}.
     */
    static List<String> withDescriptors(List<Path> input, List<Path> shared, List<String> command) {
        StringBuilder script = new StringBuilder("echo 1000 >/proc/self/oom_score_adj");
        List<String> files = new ArrayList<>();
        for (Path path : input) {
            files.add(path.toString());
            script.append(" && exec 3<\"$").append(files.size()).append('"');
        }
        for (int i = 0; i < shared.size(); i++) {
            files.add(shared.get(i).toString());
            script.append(" && exec ").append(SandboxSpec.FIRST_SHARED + i);
            script.append("<>\"$").append(files.size()).append('"');
        }
        script.append(" && shift ").append(files.size()).append(" && exec \"$@\"");
        List<String> line = new ArrayList<>(List.of("/bin/sh", "-c", script.toString(), "sandbox"));
        line.addAll(files);
        line.addAll(command);
        return line;
    }

    /** Limits that a process without privileges cannot raise again, then {@code command}. */
    static List<String> withLimits(SandboxSpec spec, List<String> command) {
        List<String> line = new ArrayList<>(List.of(
                "/usr/bin/prlimit",
                "--core=0:0",
                "--nofile=4096:4096",
                "--nproc=" + MemoryWatch.MAX_TASKS + ":" + MemoryWatch.MAX_TASKS,
                "--fsize=" + spec.fileBytes() + ":" + spec.fileBytes(),
                "--"));
        line.addAll(command);
        return line;
    }
}
