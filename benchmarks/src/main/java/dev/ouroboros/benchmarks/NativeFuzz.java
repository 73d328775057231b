package dev.ouroboros.benchmarks;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.task.Task;
import dev.ouroboros.engine.task.TaskException;
import dev.ouroboros.engine.task.TaskReader;
import dev.ouroboros.nativec.host.Fuzz;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/**
 * Looks for wrong results of what a run found in C: {@code NativeFuzz INPUTS TASK EXPORT [TASK EXPORT]...}, each input of a
 * drawn shape, compared with the reference and run under the sanitizers. Ends with 1 at the first mistake.
 */
public final class NativeFuzz {
    private static final int BATCH = 500;

    private NativeFuzz() {}

    public static void main(String[] arguments) throws TaskException, IOException, InterruptedException {
        if (arguments.length < 3 || arguments.length % 2 == 0) {
            System.err.println("Usage: benchmarks/run NativeFuzz INPUTS TASK EXPORT [TASK EXPORT]...");
            System.exit(2);
        }
        int inputs = Integer.parseInt(arguments[0]);
        for (int i = 1; i < arguments.length; i += 2) {
            Task task = TaskReader.read(Path.of(arguments[i]), Set.of("c"));
            Artifact best = NativeTasks.exported(task, Path.of(arguments[i + 1]));
            var fuzz = Fuzz.of(task.parts().getFirst(), NativeTasks.options());
            for (int done = 0; done < inputs; done += BATCH) {
                String complaint = fuzz.complaint(best, Math.min(BATCH, inputs - done));
                if (complaint != null) {
                    System.out.println(task.name() + " after " + done + " inputs: " + complaint);
                    System.exit(1);
                }
                System.err.println(task.name() + ": " + Math.min(inputs, done + BATCH) + " of " + inputs);
            }
            System.out.println(task.name() + ": " + inputs + " inputs, no mistake");
        }
    }
}
