package dev.ouroboros.nativec.host;

import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.layer.DoctorCheck;
import dev.ouroboros.engine.layer.DoctorCheck.Finding;
import dev.ouroboros.engine.layer.LayerOptions;
import dev.ouroboros.engine.layer.Stage;
import dev.ouroboros.engine.measure.SecretRandom;
import dev.ouroboros.engine.process.DefaultToolRunner;
import dev.ouroboros.engine.process.Sandboxes;
import dev.ouroboros.engine.process.ToolCall;
import dev.ouroboros.engine.process.ToolMissing;
import dev.ouroboros.engine.process.ToolRunner;
import dev.ouroboros.engine.task.Task;
import dev.ouroboros.engine.task.TaskException;
import dev.ouroboros.engine.task.TaskReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What {@code doctor} looks at, each by really trying it. */
public final class Doctor {
    private static final String LAYER = "the c layer";
    private static final String KERNEL = "C kernel";
    private static final String MEND = "sudo apt-get install gcc libc6-dev binutils";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Doctor() {}

    /**
     * Returns the checks, those that others depend on first.
     *
     * @param task folder of a small task, whose kernel is really built, run and compared
     */
    public static List<DoctorCheck> checks(Path task) {
        var tools = new DefaultToolRunner();
        return List.of(
                () -> compiler(tools, "gcc", LAYER, MEND),
                () -> compiler(tools, "clang", "parameters that choose clang", "sudo apt-get install clang"),
                () -> kernel(task));
    }

    /** Returns the versions of the compilers; those that are missing are left out. */
    public static Map<String, String> environment(ToolRunner tools) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (String name : List.of("gcc", "clang")) {
            try {
                facts.put(name, version(tools, name));
            } catch (ToolMissing e) {
                facts.put(name, "none");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return facts;
            }
        }
        return facts;
    }

    private static Finding compiler(ToolRunner tools, String name, String disables, String mend)
            throws InterruptedException {
        try {
            return Finding.works(name, version(tools, name));
        } catch (ToolMissing e) {
            return new Finding(name, false, "not installed", disables, mend);
        }
    }

    private static String version(ToolRunner tools, String compiler) throws InterruptedException {
        var call = new ToolCall(List.of("/usr/bin/" + compiler, "--version"), Path.of("/"), Map.of(), PATIENCE, 4096);
        return tools.run(call).out().lines().findFirst().orElse("");
    }

    private static Finding kernel(Path folder) throws InterruptedException {
        try {
            Task task = TaskReader.read(folder, Set.of("c"));
            var options =
                    new LayerOptions(null, Sandboxes.orNone(), new DefaultToolRunner(), SecretRandom.fromSystem());
            try (var support = Support.of(task.parts().getFirst(), options)) {
                for (Stage stage : support.stages()) {
                    Outcome outcome = stage.run(task.seed());
                    if (!(outcome instanceof Outcome.Passed)) {
                        return new Finding(KERNEL, false, stage.name() + ": " + outcome, LAYER, MEND);
                    }
                }
                return Finding.works(
                        KERNEL,
                        "a kernel passes "
                                + support.stages().stream().map(Stage::name).collect(Collectors.joining(", ")));
            }
        } catch (TaskException | IllegalStateException | ToolMissing e) {
            return new Finding(KERNEL, false, String.valueOf(e.getMessage()), LAYER, MEND);
        }
    }
}
