package dev.ouroboros.kernels.host;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.measure.SecretRandom;
import dev.ouroboros.engine.task.Part;
import dev.ouroboros.engine.task.Task;
import dev.ouroboros.engine.task.TaskException;
import dev.ouroboros.engine.task.TaskReader;
import dev.ouroboros.kernels.reference.References;
import dev.ouroboros.kernels.task.KernelTask;
import dev.ouroboros.kernels.task.KernelTaskReader;
import dev.ouroboros.kernels.task.Shape;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A small matrix product, honest and otherwise. */
final class Kernels {
    static final Task TASK = task();
    static final Part PART = TASK.parts().getFirst();
    static final String HONEST = TASK.seed().text("kernel/sgemm.cl");

    private Kernels() {}

    /** Of the test's own task. */
    static Workshop workshop() throws TaskException {
        return workshop(KernelTaskReader.read(PART));
    }

    /** The same with another shape to measure. */
    static Workshop workshop(Shape timed) throws TaskException {
        return workshop(KernelTaskReader.read(PART).withTimed(timed));
    }

    private static Workshop workshop(KernelTask task) {
        return Workshop.open(
                PART, task, Machine.DEVICE, Machine.WORKERS, References.MATMUL.create(), SecretRandom.fromSystem());
    }

    static Artifact artifact(String source) {
        return TASK.seed().with("kernel/sgemm.cl", source);
    }

    static Shape shape(long m, long n, long k) {
        return new Shape(Map.of("m", m, "n", n, "k", k));
    }

    private static Task task() {
        try {
            var folder = Kernels.class.getResource("/dev/ouroboros/kernels/product");
            return TaskReader.read(Path.of(Objects.requireNonNull(folder).toURI()), Set.of("opencl"));
        } catch (TaskException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
