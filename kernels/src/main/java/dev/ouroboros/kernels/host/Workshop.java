package dev.ouroboros.kernels.host;

import dev.ouroboros.engine.task.Part;
import dev.ouroboros.kernels.device.DeviceInfo;
import dev.ouroboros.kernels.reference.Reference;
import dev.ouroboros.kernels.task.KernelTask;
import dev.ouroboros.kernels.task.Problem;
import dev.ouroboros.kernels.task.Shape;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * All that the stages and the bench of one part have in common.
 *
 * @param checkers warm runners, for launches of any one of the task's shapes
 * @param secret thread-safe
 */
record Workshop(
        Part part,
        KernelTask task,
        DeviceInfo device,
        WorkerFactory workers,
        Compiler compiler,
        Pool<Runner> checkers,
        Reference reference,
        Judge judge,
        RandomGenerator secret)
        implements AutoCloseable {

    static Workshop open(
            Part part,
            KernelTask task,
            DeviceInfo device,
            WorkerFactory workers,
            Reference reference,
            RandomGenerator secret) {
        long bytes = checkBytes(task);
        return new Workshop(
                part,
                task,
                device,
                workers,
                new Compiler(workers, device, task),
                new Pool<>(() -> Runner.start(workers, device, bytes), Runner::close),
                reference,
                new Judge(task),
                secret);
    }

    /** Returns the memory that the launch of the largest shape needs. */
    static long checkBytes(KernelTask task) {
        return Stream.of(task.shown(), task.heldOut(), List.of(task.timed(), task.traced()))
                .flatMap(List::stream)
                .mapToLong((Shape shape) -> Layout.bytesPerLaunch(Problem.of(task, shape)))
                .max()
                .orElseThrow();
    }

    /** Returns the problem that is measured. */
    Problem timed() {
        return Problem.of(task, task.timed());
    }

    @Override
    public void close() {
        compiler.close();
        checkers.close();
        reference.close();
    }
}
