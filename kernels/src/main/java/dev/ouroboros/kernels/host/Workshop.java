package dev.ouroboros.kernels.host;

import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.task.Part;
import dev.ouroboros.kernels.data.Inputs;
import dev.ouroboros.kernels.data.Poison;
import dev.ouroboros.kernels.device.DeviceInfo;
import dev.ouroboros.kernels.reference.Reference;
import dev.ouroboros.kernels.task.KernelTask;
import dev.ouroboros.kernels.task.Problem;
import dev.ouroboros.kernels.task.Shape;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
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
        RandomGenerator secret,
        Set<Defence> defences)
        implements AutoCloseable {

    static Workshop open(
            Part part,
            KernelTask task,
            DeviceInfo device,
            WorkerFactory workers,
            Reference reference,
            RandomGenerator secret,
            Set<Defence> defences) {
        long bytes = checkBytes(task);
        return new Workshop(
                part,
                task,
                device,
                workers,
                new Compiler(workers, device, task, defences),
                new Pool<>(() -> Runner.start(workers, device, bytes), Runner::close),
                reference,
                new Judge(task, defences),
                secret,
                defences);
    }

    /** Draws what a launch is given. */
    void draw(Inputs inputs) {
        inputs.draw(defences.contains(Defence.FRESH_INPUTS) ? secret : new SplittableRandom(1));
    }

    /** Draws what brings out rounding, unless the reference could not judge it. */
    void drawIllConditioned(Inputs inputs) {
        if (reference.knowsTerms() && defences.contains(Defence.FRESH_INPUTS)) {
            inputs.drawIllConditioned(secret);
        } else {
            draw(inputs);
        }
    }

    /** Makes a loaded candidate ready for launches of one shape. */
    Rig rig(Runner runner, Compiled compiled, Problem problem, Layout layout, int number)
            throws CandidateFailure, InterruptedException {
        Limits.check(device, compiled.kernel(), task, compiled.grid(problem));
        return Rig.prepare(runner, compiled, problem, layout, number);
    }

    /** Writes what a batch is given. */
    void place(Rig rig, List<Inputs> inputs, int run) throws CandidateFailure, InterruptedException {
        rig.place(inputs, defences.contains(Defence.POISON) ? Poison.ofRun(run) : null, secret);
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
