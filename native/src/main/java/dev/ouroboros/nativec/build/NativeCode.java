package dev.ouroboros.nativec.build;

import dev.ouroboros.cfamily.host.Candidate;
import dev.ouroboros.cfamily.host.Compiled;
import dev.ouroboros.cfamily.task.Problem;
import dev.ouroboros.cfamily.worker.Messages.Message;
import dev.ouroboros.cfamily.worker.Messages.Place;
import dev.ouroboros.nativec.task.NativeTask;
import dev.ouroboros.nativec.worker.NativePlan;
import java.util.List;

/**
 * A candidate as a shared library.
 *
 * @param library an ELF file; the same for every shape
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record NativeCode(NativeTask task, Candidate candidate, byte[] library, String log) implements Compiled {

    @Override
    public byte[] code(Problem problem) {
        return library;
    }

    @Override
    public Message plan(int number, Problem problem, List<List<Place>> launches) {
        List<Long> shape = List.copyOf(problem.shape().dimensions().values());
        return new NativePlan(number, number, shape, task.hasResult(), launches);
    }

    /** A function has no limits beyond those of its process. */
    @Override
    public void checkLimits(Problem problem) {}
}
