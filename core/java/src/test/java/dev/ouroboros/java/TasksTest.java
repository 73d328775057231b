package dev.ouroboros.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.Patch;
import dev.ouroboros.engine.artifact.Patches;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.layer.LayerOptions;
import dev.ouroboros.engine.layer.Operator;
import dev.ouroboros.engine.layer.PartSupport;
import dev.ouroboros.engine.layer.Stage;
import dev.ouroboros.engine.measure.SecretRandom;
import dev.ouroboros.engine.process.DefaultToolRunner;
import dev.ouroboros.engine.process.Sandboxes;
import dev.ouroboros.engine.task.Task;
import dev.ouroboros.engine.task.TaskReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tasks that come with the layer. */
class TasksTest {

    @ParameterizedTest
    @CsvSource({
        "string-search, compare-in-place leap",
        "matrix-product, scatter hoist-row",
        "lru-cache, collection",
        "edit-distance, hoist-row char-array carry"
    })
    void theSeedPassesEveryStageAndSoDoesWhatOperatorsMakeOfIt(String name, String operators) throws Exception {
        Task task = TaskReader.read(Path.of("tasks", name), Set.of("java"));
        try (PartSupport support = support(task)) {
            assertPasses(support, task.seed(), "seed");
            Artifact artifact = task.seed();
            for (String operator : operators.split(" ")) {
                artifact = firstThatPasses(support, task, artifact, operator);
            }
            assertPasses(support, artifact, operators);
        }
    }

    @Test
    void theSearchTaskHasTheEnginesOwnFilesWordForWord() throws Exception {
        Path engine = Path.of("../engine/src/main/java/dev/ouroboros/engine/search");
        for (String file : List.of("RandomSampling", "Strategy", "Trial", "Trials", "Picks")) {
            assertEquals(
                    Files.readString(engine.resolve(file + ".java")),
                    Files.readString(Path.of("tasks/search", file + ".java")),
                    file);
        }
    }

    @Test
    void theControlTaskPassesEveryStageWithItsOtherValue() throws Exception {
        Task task = TaskReader.read(new JavaLayer().controlTask(), Set.of("java"));
        try (PartSupport support = support(task)) {
            var other = task.seed().with(Artifact.parametersPath("code"), "{\"LABEL\": 2}");
            for (Stage stage : support.stages()) {
                Outcome outcome = stage.run(other);
                assertInstanceOf(Outcome.Passed.class, outcome, () -> stage.name() + ": " + outcome);
            }
        }
    }

    private static Artifact firstThatPasses(PartSupport support, Task task, Artifact artifact, String name)
            throws Exception {
        Operator operator = support.operators().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        Artifact found = null;
        for (Patch patch : operator.patches(artifact)) {
            Artifact candidate = Patches.apply(artifact, patch, task.editScope());
            if (found == null && support.stages().get(1).run(candidate) instanceof Outcome.Passed) {
                found = candidate;
            }
        }
        assertNotNull(found, name);
        return found;
    }

    private static void assertPasses(PartSupport support, Artifact artifact, String what) throws InterruptedException {
        for (Stage stage : support.stages()) {
            if (!stage.name().equals("jmh")) {
                Outcome outcome = stage.run(artifact);
                assertInstanceOf(Outcome.Passed.class, outcome, () -> what + ", " + stage.name() + ": " + outcome);
            }
        }
    }

    private static PartSupport support(Task task) throws Exception {
        var works = assertInstanceOf(Sandboxes.Detection.Works.class, Sandboxes.detect());
        var options = new LayerOptions(null, works.sandbox(), new DefaultToolRunner(), SecretRandom.fromSystem());
        return new JavaLayer().support(task.parts().getFirst(), options);
    }
}
