package dev.ouroboros.kernels.host;

import dev.ouroboros.cfamily.host.Defence;
import dev.ouroboros.cfamily.host.Workshop;
import dev.ouroboros.cfamily.reference.References;
import dev.ouroboros.cfamily.task.Shape;
import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.measure.SecretRandom;
import dev.ouroboros.engine.space.Expression;
import dev.ouroboros.engine.task.Part;
import dev.ouroboros.engine.task.Task;
import dev.ouroboros.engine.task.TaskException;
import dev.ouroboros.engine.task.TaskReader;
import dev.ouroboros.kernels.task.KernelTask;
import dev.ouroboros.kernels.task.KernelTaskReader;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** A small matrix product, honest and otherwise. */
final class Kernels {
    static final Task TASK = task();
    static final Part PART = TASK.parts().getFirst();
    static final String HONEST = TASK.seed().text("kernel/sgemm.cl");

    private Kernels() {}

    /** Of the test's own task. */
    static Workshop workshop() throws TaskException {
        return workshop(KernelTaskReader.read(PART), Defence.ALL);
    }

    /** The same with another shape to measure. */
    static Workshop workshop(Shape timed) throws TaskException {
        KernelTask task = KernelTaskReader.read(PART);
        var other = new KernelTask(
                task.entry(),
                task.options(),
                task.global(),
                task.local(),
                task.contract().withTimed(timed));
        return workshop(other, Defence.ALL);
    }

    /** Without some defences. */
    static Workshop workshopWithout(Defence... off) throws TaskException {
        Set<Defence> on = new TreeSet<>(Defence.ALL);
        on.removeAll(Set.of(off));
        return workshop(KernelTaskReader.read(PART), on);
    }

    private static Workshop workshop(KernelTask task, Set<Defence> defences) {
        return Workshop.open(
                PART,
                task.contract(),
                Machine.TARGET,
                new DeviceCompiler(Machine.WORKERS, Machine.DEVICE, task, defences),
                References.MATMUL.create(),
                SecretRandom.fromSystem(),
                defences);
    }

    /** The honest kernel that does its work several times over. */
    static String repeated(int times) {
        return HONEST.replace("float sum = 0;", "float sum = 0; for (int r = 0; r < " + times + "; r++) { sum = 0;")
                .replace("c[row * n", "if (sum == 12345.0f) c[0] = r; } c[row * n");
    }

    static Artifact artifact(String source) {
        return TASK.seed().with("kernel/sgemm.cl", source);
    }

    static Shape shape(long m, long n, long k) {
        return new Shape(Map.of("m", m, "n", n, "k", k));
    }

    /** The same task with another grid. */
    static KernelTask withGrid(KernelTask task, List<Expression> global, List<Expression> local) {
        return new KernelTask(task.entry(), task.options(), global, local, task.contract());
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
