package dev.ouroboros.java.host;

import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.layer.DoctorCheck;
import dev.ouroboros.engine.layer.DoctorCheck.Finding;
import dev.ouroboros.engine.layer.LayerOptions;
import dev.ouroboros.engine.layer.Stage;
import dev.ouroboros.engine.measure.SecretRandom;
import dev.ouroboros.engine.process.DefaultToolRunner;
import dev.ouroboros.engine.process.Sandboxes;
import dev.ouroboros.engine.process.ToolMissing;
import dev.ouroboros.engine.task.Task;
import dev.ouroboros.engine.task.TaskException;
import dev.ouroboros.engine.task.TaskReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

/** What {@code doctor} looks at, each by really trying it. */
public final class Doctor {
    private static final String LAYER = "the java layer";
    private static final String COMPILER = "Java compiler";
    private static final String CODE = "Java code";
    private static final String MEND = "install a JDK 25 (with compiler) and set JAVA_HOME to it";

    private Doctor() {}

    /**
     * Returns the checks.
     *
     * @param task folder of a small task, whose code is really built, run and compared
     */
    public static List<DoctorCheck> checks(Supplier<Path> task) {
        return List.of(Doctor::compiler, () -> code(task.get()));
    }

    /** Returns the version of the JVM that runs candidates. */
    public static Map<String, String> environment() {
        return Map.of("java", Runtime.version().toString() + " " + System.getProperty("java.vm.name"));
    }

    private static Finding compiler() {
        return ToolProvider.getSystemJavaCompiler() == null
                ? new Finding(COMPILER, false, "this Java has none", LAYER, MEND)
                : Finding.works(COMPILER, Runtime.version().toString());
    }

    private static Finding code(Path folder) throws InterruptedException {
        try {
            Task task = TaskReader.read(folder, Set.of("java"));
            var options =
                    new LayerOptions(null, Sandboxes.orNone(), new DefaultToolRunner(), SecretRandom.fromSystem());
            try (var support = Support.of(task.parts().getFirst(), options)) {
                for (Stage stage : support.stages()) {
                    Outcome outcome = stage.run(task.seed());
                    if (!(outcome instanceof Outcome.Passed)) {
                        return new Finding(CODE, false, stage.name() + ": " + outcome, LAYER, MEND);
                    }
                }
                return Finding.works(
                        CODE,
                        "a method passes "
                                + support.stages().stream().map(Stage::name).collect(Collectors.joining(", ")));
            }
        } catch (TaskException | IllegalStateException | ToolMissing e) {
            return new Finding(CODE, false, String.valueOf(e.getMessage()), LAYER, MEND);
        }
    }
}
