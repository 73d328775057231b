package dev.ouroboros.kernels.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.cfamily.data.Inputs;
import dev.ouroboros.cfamily.data.Poison;
import dev.ouroboros.cfamily.host.Candidate;
import dev.ouroboros.cfamily.host.Layout;
import dev.ouroboros.cfamily.host.Rig;
import dev.ouroboros.cfamily.host.Runner;
import dev.ouroboros.cfamily.host.Workshop;
import dev.ouroboros.cfamily.task.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a kernel can do that got past the guard: machine code of its own choice. */
class LockdownTest {
    private static final int EPERM = 1;

    @Test
    void aKernelCannotStartAProcess() throws Exception {
        assertEquals(-EPERM, fork(Machine.WORKERS));
    }

    @Test
    void withoutTheLockItCould() throws Exception {
        assertTrue(fork(new WorkerFactory(Machine.SANDBOX, Map.of(), false)) > 0);
    }

    /** Returns what the system call said in the kernel. */
    private static double fork(WorkerFactory workers) throws Exception {
        try (var workshop = Kernels.workshop();
                var runner =
                        Runner.start(new DeviceTarget(workers, Machine.DEVICE), Workshop.checkBytes(workshop.task()))) {
            var problem = Problem.of(workshop.task(), Kernels.shape(8, 8, 8));
            var candidate = Candidate.of(Kernels.PART, Kernels.artifact(Attacks.FORK));
            var compiled = workshop.compiler().compile(candidate);
            runner.load(0, compiled.code(problem));
            Rig rig = workshop.rig(runner, compiled, problem, Layout.of(problem, 1, 0), 0);
            rig.place(List.of(Inputs.allocate(problem)), Poison.HUGE, workshop.secret());
            rig.go(1, Duration.ofSeconds(5));
            return rig.output(0, workshop.task().outputs().getFirst()).get(0);
        }
    }
}
