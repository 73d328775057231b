package dev.ouroboros.kernels.host;

import dev.ouroboros.cfamily.host.WorkerJvm;
import dev.ouroboros.engine.process.ExchangeFile;
import dev.ouroboros.engine.process.Sandbox;
import dev.ouroboros.engine.process.SandboxSpec;
import dev.ouroboros.engine.process.Worker;
import dev.ouroboros.engine.process.WorkerSpec;
import dev.ouroboros.kernels.device.PoclSettings;
import dev.ouroboros.kernels.worker.CompilerMain;
import dev.ouroboros.kernels.worker.RunnerMain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Starts the layer's workers.
 *
 * @param environment on top of what every worker gets, for example which OpenCL drivers there are
 * @param locked whether a runner gives up the right to start processes; only a test, or a tool that is not to be trusted
 *     less than a candidate, does without
 */
record WorkerFactory(Sandbox sandbox, Map<String, String> environment, boolean locked) {
    private static final long MIB = 1 << 20;
    private static final long RUNNER_BYTES = 768 * MIB;
    private static final long COMPILER_BYTES = 2048 * MIB;
    private static final long TMP_BYTES = 128 * MIB;
    private static final int STDERR_CAP = 16 << 10;

    /** Where the loader finds out which OpenCL drivers there are. */
    private static final Path DRIVERS = Path.of("/etc/OpenCL");

    private static final Map<String, String> POCL = Map.of(PoclSettings.AFFINITY, "1");

    WorkerFactory {
        environment = Map.copyOf(environment);
    }

    static WorkerFactory of(Sandbox sandbox) {
        return new WorkerFactory(sandbox, Map.of(), true);
    }

    /** A worker that compiles. */
    Worker compiler(int device) throws InterruptedException {
        return start(CompilerMain.class, List.of(Integer.toString(device)), "-Xmx192m", List.of(), COMPILER_BYTES);
    }

    /** A worker that runs candidates on what lies in {@code exchange}. */
    Worker runner(int device, ExchangeFile exchange) throws InterruptedException {
        return start(
                RunnerMain.class,
                List.of(Integer.toString(device), locked ? "lock" : "free"),
                "-Xmx96m",
                List.of(exchange.handle()),
                RUNNER_BYTES + exchange.memory().byteSize());
    }

    private Worker start(Class<?> main, List<String> arguments, String heap, List<Path> shared, long memory)
            throws InterruptedException {
        var command = WorkerJvm.command(main, List.of(org.jocl.CL.class), List.of("-Xss512k", heap), arguments);
        List<Path> visible = new ArrayList<>(command.visible());
        if (Files.isDirectory(DRIVERS)) {
            visible.add(DRIVERS);
        }
        Map<String, String> variables = new HashMap<>(POCL);
        variables.putAll(environment);
        var spec = new SandboxSpec(
                visible, List.of(), devices(), shared, variables, memory, TMP_BYTES, Math.max(TMP_BYTES, memory));
        return Worker.start(new WorkerSpec(command.line(), spec.withThreadPlacement(), Set.of(), STDERR_CAP), sandbox);
    }

    /** Graphics cards, as far as this machine has some. */
    private static List<Path> devices() {
        try (Stream<Path> nodes = Files.list(Path.of("/dev"))) {
            return nodes.filter(node -> {
                        String name = node.getFileName().toString();
                        return name.equals("dri") || name.equals("kfd") || name.startsWith("nvidia");
                    })
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
