package dev.ouroboros.engine.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** What the tests of this package start, and how they look for what is left of it. */
final class TestMachine {
    static final Duration LONG = Duration.ofSeconds(60);

    private TestMachine() {}

    /** The real sandbox of this machine; without one these tests must fail, not be skipped. */
    static Sandbox sandbox() throws InterruptedException {
        return switch (Sandboxes.detect()) {
            case Sandboxes.Detection.Works works -> works.sandbox();
            case Sandboxes.Detection.Missing missing -> throw new AssertionError("run: " + missing.mend());
            case Sandboxes.Detection.Forbidden forbidden ->
                throw new AssertionError(forbidden.said() + "\nrun: " + forbidden.mend());
        };
    }

    static ToolResult shell(Sandbox sandbox, SandboxSpec spec, String script) throws InterruptedException {
        return shell(sandbox, spec, script, LONG);
    }

    static ToolResult shell(Sandbox sandbox, SandboxSpec spec, String script, Duration timeout)
            throws InterruptedException {
        List<String> command = sandbox.wrap(spec, List.of("/bin/sh", "-c", script));
        return new DefaultToolRunner()
                .run(new ToolCall(command, Path.of("/"), Map.of(), timeout, 1 << 16, spec.memoryBytes()));
    }

    static Worker shellWorker(String script) throws InterruptedException {
        var spec = SandboxSpec.toolsOnly();
        return Worker.start(new WorkerSpec(List.of("/bin/sh", "-c", script), spec, Set.of(), 4096), sandbox());
    }

    static Worker javaWorker(String mode) throws InterruptedException {
        return javaWorker(mode, SandboxSpec.toolsOnly());
    }

    static Worker javaWorker(String mode, SandboxSpec spec) throws InterruptedException {
        return Worker.start(new WorkerSpec(java(mode), visible(spec), Set.of(), 4096), sandbox());
    }

    /** The command of a JVM that runs {@link TestWorker}. */
    static List<String> java(String... arguments) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classpath(),
                TestWorker.class.getName()));
        line.addAll(List.of(arguments));
        return line;
    }

    static SandboxSpec visible(SandboxSpec spec) {
        Stream<Path> classes = Stream.of(classpath().split(File.pathSeparator)).map(Path::of);
        Stream<Path> jdk = Stream.of(Path.of(System.getProperty("java.home")));
        return spec.withReadOnly(
                Stream.concat(classes, jdk).filter(Files::exists).distinct().toList());
    }

    /** A word to put on a command line and to look for in all processes of the machine. */
    static String token() {
        return "token" + UUID.randomUUID().toString().replace("-", "");
    }

    static List<Long> processesWith(String token) {
        return ProcFiles.all().stream()
                .filter(pid -> ProcFiles.text(pid, "cmdline").contains(token))
                .filter(ProcFiles::alive)
                .toList();
    }

    private static String classpath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
