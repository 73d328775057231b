package dev.ouroboros.sim;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.layer.LayerOptions;
import dev.ouroboros.engine.layer.PartSupport;
import dev.ouroboros.engine.layer.Stage;
import dev.ouroboros.engine.measure.SecretRandom;
import dev.ouroboros.engine.process.DefaultToolRunner;
import dev.ouroboros.engine.process.Sandboxes;
import dev.ouroboros.engine.task.Task;
import dev.ouroboros.engine.task.TaskReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** A seed written to a folder, and what the stage says of candidates for it. */
record Bench(Task task) {

    /** Writes a task whose module is called {@code top}. */
    static Bench of(Path folder, String table, String seed) throws Exception {
        Files.writeString(folder.resolve("top.v"), seed);
        Files.writeString(folder.resolve("task.toml"), """
                name = "top"
                [[parts]]
                name  = "design"
                layer = "verilog"
                files = ["top.v"]
                  [parts.verilog]
                  top = "top"
                """ + table.indent(2) + """
                [[objectives]]
                metric = "luts"
                goal   = "minimize"
                """);
        return new Bench(TaskReader.read(folder, Set.of("verilog")));
    }

    /** Says what becomes of the seed when it is simulated. */
    Outcome judgeSeed() throws Exception {
        return judge("simulation", task.seed());
    }

    /** Says what becomes of a candidate when it is simulated. */
    Outcome judge(String candidate) throws Exception {
        return judge("simulation", candidate);
    }

    /** Says what a stage makes of a candidate. */
    Outcome judge(String stage, String candidate) throws Exception {
        return judge(stage, task.seed().with("design/top.v", candidate));
    }

    private Outcome judge(String stage, Artifact candidate) throws Exception {
        try (PartSupport support = new SimulationLayer().support(task.parts().getFirst(), options())) {
            return stage(support, stage).run(candidate);
        }
    }

    static Stage stage(PartSupport support, String name) {
        return support.stages().stream()
                .filter(stage -> stage.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static LayerOptions options() throws InterruptedException {
        var works = assertInstanceOf(Sandboxes.Detection.Works.class, Sandboxes.detect());
        return new LayerOptions(null, works.sandbox(), new DefaultToolRunner(), SecretRandom.fromSystem());
    }
}
