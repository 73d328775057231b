package dev.ouroboros.java.host;

import dev.ouroboros.engine.process.Sandbox;
import dev.ouroboros.engine.task.Part;
import dev.ouroboros.java.build.Builder;
import dev.ouroboros.java.build.Compiler.CompileFailure;
import dev.ouroboros.java.task.JavaTask;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * All that the stages and the bench of one part have in common.
 *
 * @param checkers warm workers for candidates
 * @param secret thread-safe
 */
public record Workshop(
        Part part,
        JavaTask task,
        Sandbox sandbox,
        Builder builder,
        Pool checkers,
        Reference reference,
        Judge judge,
        RandomGenerator secret,
        Set<Defence> defences)
        implements AutoCloseable {

    /**
     * Builds the seed.
     *
     * @throws CompileFailure if it does not compile
     */
    public static Workshop open(
            Part part, JavaTask task, Sandbox sandbox, RandomGenerator secret, Set<Defence> defences)
            throws CompileFailure {
        var builder = Builder.of(part, task, defences.contains(Defence.GUARD));
        return new Workshop(
                part,
                task,
                sandbox,
                builder,
                new Pool(() -> Runner.start(sandbox, task)),
                new Reference(sandbox, task, builder.seed()),
                new Judge(task.tolerance(), defences),
                secret,
                defences);
    }

    /** Returns what the arguments of the next launches are drawn from. */
    long seed() {
        return defences.contains(Defence.FRESH_INPUTS) ? secret.nextLong() : 1;
    }

    @Override
    public void close() {
        checkers.close();
        reference.close();
    }
}
