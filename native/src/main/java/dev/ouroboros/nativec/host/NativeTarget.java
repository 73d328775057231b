package dev.ouroboros.nativec.host;

import dev.ouroboros.cfamily.host.Target;
import dev.ouroboros.cfamily.host.WorkerJvm;
import dev.ouroboros.cfamily.task.Argument;
import dev.ouroboros.cfamily.task.Problem;
import dev.ouroboros.cfamily.task.Work;
import dev.ouroboros.engine.process.ExchangeFile;
import dev.ouroboros.engine.process.Sandbox;
import dev.ouroboros.engine.process.SandboxSpec;
import dev.ouroboros.engine.process.Worker;
import dev.ouroboros.engine.process.WorkerSpec;
import dev.ouroboros.nativec.worker.RunnerMain;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The processor of this machine, one thread of it.
 *
 * @param locked whether a runner gives up the right to start processes; only a test does without
 */
record NativeTarget(Sandbox sandbox, boolean locked) implements Target {
    private static final long MIB = 1 << 20;
    private static final long RUNNER_BYTES = 768 * MIB;
    private static final long TMP_BYTES = 128 * MIB;
    private static final int STDERR_CAP = 16 << 10;

    /** No processor of today is faster, in cycles a second. */
    private static final double FASTEST = 6e9;

    /** Two vector units of 64 bytes, each a multiply and an add for every lane in a cycle, dot products of four included. */
    private static final double LANE_BYTES = 2 * 2 * 64;

    private static final double DOT_PRODUCT = 4;

    /** Two loads and a store of 64 bytes a cycle, and as much again for what is not counted. */
    private static final double BYTES = 2 * 3 * 64;

    @Override
    public String name() {
        return "this processor";
    }

    @Override
    public String capability() {
        return "a C compiler";
    }

    @Override
    public boolean sharesMemory() {
        return true;
    }

    @Override
    public double leastSeconds(Problem problem) {
        int narrowest = problem.task().buffers().stream()
                .map(Argument.Buffer::type)
                .mapToInt(type -> type.bytes())
                .min()
                .orElse(1);
        double perCycle = problem.task().work().kind() == Work.Kind.BYTES
                ? BYTES
                : LANE_BYTES / narrowest * (narrowest == 1 ? DOT_PRODUCT : 1);
        return problem.work() / (FASTEST * perCycle);
    }

    @Override
    public Worker start(ExchangeFile exchange) throws InterruptedException {
        var command = WorkerJvm.command(
                RunnerMain.class, List.of(), List.of("-Xss16m", "-Xmx96m"), List.of(locked ? "lock" : "free"));
        long memory = RUNNER_BYTES + exchange.memory().byteSize();
        var spec = new SandboxSpec(
                command.visible(),
                List.of(),
                List.of(),
                List.of(exchange.handle()),
                Map.of(),
                memory,
                TMP_BYTES,
                Math.max(TMP_BYTES, memory));
        return Worker.start(new WorkerSpec(command.line(), spec, Set.of(), STDERR_CAP), sandbox);
    }
}
