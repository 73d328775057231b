package dev.ouroboros.cfamily.host;

import dev.ouroboros.cfamily.data.Inputs;
import dev.ouroboros.cfamily.data.Poison;
import dev.ouroboros.cfamily.reference.Reference;
import dev.ouroboros.cfamily.task.Contract;
import dev.ouroboros.cfamily.task.Problem;
import dev.ouroboros.cfamily.task.Shape;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.task.Part;
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
public record Workshop(
        Part part,
        Contract task,
        Target target,
        Compiler compiler,
        Pool<Runner> checkers,
        Reference reference,
        Judge judge,
        RandomGenerator secret,
        Set<Defence> defences)
        implements AutoCloseable {

    public static Workshop open(
            Part part,
            Contract task,
            Target target,
            Compiler compiler,
            Reference reference,
            RandomGenerator secret,
            Set<Defence> defences) {
        long bytes = checkBytes(task);
        return new Workshop(
                part,
                task,
                target,
                compiler,
                new Pool<>(() -> Runner.start(target, bytes), Runner::close),
                reference,
                new Judge(task, defences),
                secret,
                defences);
    }

    /** Draws what a launch is given. */
    public void draw(Inputs inputs) {
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
    public Rig rig(Runner runner, Compiled compiled, Problem problem, Layout layout, int number)
            throws CandidateFailure, InterruptedException {
        compiled.checkLimits(problem);
        return Rig.prepare(runner, compiled, problem, layout, number);
    }

    /** Writes what a batch is given. */
    public void place(Rig rig, List<Inputs> inputs, int run) throws CandidateFailure, InterruptedException {
        rig.place(inputs, defences.contains(Defence.POISON) ? Poison.ofRun(run) : null, secret);
    }

    /** Returns the memory that the launch of the largest shape needs. */
    public static long checkBytes(Contract task) {
        return Stream.of(task.shown(), task.heldOut(), task.traced(), List.of(task.timed()))
                .flatMap(List::stream)
                .mapToLong((Shape shape) -> Layout.bytesPerLaunch(Problem.of(task, shape)))
                .max()
                .orElseThrow();
    }

    /** Returns the problem that is measured. */
    public Problem timed() {
        return Problem.of(task, task.timed());
    }

    @Override
    public void close() {
        compiler.close();
        checkers.close();
        reference.close();
    }
}
