package dev.ouroboros.app.delta;

import dev.ouroboros.engine.process.SandboxSpec;
import dev.ouroboros.engine.process.WorkerSpec;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a process is started that plays or edits: with our classes, and without sight of anything that it does not need. */
final class PlayerProcess {
    private static final long MEMORY = 1L << 30;
    private static final int STDERR = 1 << 14;
    private static final int MOST_LINES = 12;
    private static final int MOST_WORDS = 2000;

    private PlayerProcess() {}

    /**
     * Returns how to start it.
     *
     * @param seen what it sees beside Java and our classes
     */
    static WorkerSpec spec(Class<?> main, List<String> arguments, Collection<Path> seen) {
        var java = Path.of(System.getProperty("java.home"));
        var ours = Libraries.all();
        var command = new ArrayList<>(List.of(
                java.resolve("bin/java").toString(),
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-XX:+DisableAttachMechanism",
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx512m",
                "-cp",
                joined(ours),
                main.getName()));
        command.addAll(arguments);
        var visible = new ArrayList<>(ours);
        visible.add(java);
        visible.addAll(seen);
        return new WorkerSpec(
                command, SandboxSpec.toolsOnly().withReadOnly(visible).withMemory(MEMORY), Set.of(), STDERR);
    }

    /** Returns a class path. */
    static String joined(Collection<Path> entries) {
        return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** Returns what an untrusted process said, short. */
    static String shortened(@Nullable String words) {
        var lines = String.valueOf(words).lines().limit(MOST_LINES).collect(Collectors.joining("\n"));
        return lines.length() > MOST_WORDS ? lines.substring(0, MOST_WORDS) + " …" : lines;
    }
}
