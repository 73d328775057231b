package dev.ouroboros.nativec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.ParameterFile;
import dev.ouroboros.engine.artifact.Patches;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.layer.LayerOptions;
import dev.ouroboros.engine.layer.PartSupport;
import dev.ouroboros.engine.measure.SecretRandom;
import dev.ouroboros.engine.process.DefaultToolRunner;
import dev.ouroboros.engine.process.Sandboxes;
import dev.ouroboros.engine.space.Setting;
import dev.ouroboros.engine.task.Task;
import dev.ouroboros.engine.task.TaskReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tasks that work on bytes, text and spectra, through every stage that judges whether they are right. */
class TasksTest {
    private static final Set<String> STAGES = Set.of("inspect", "check", "sanitize", "held-out");

    private final NativeLayer layer = new NativeLayer();

    @ParameterizedTest
    @CsvSource({
        "softmax, VECTOR=16 WAYS=2",
        "utf8, VECTOR=16 SKIP_ASCII=16",
        "utf8, VECTOR=64",
        "base64, VECTOR=64 LOOKUP=1",
        "crc32, SLICES=16 FOLD=1",
        "levenshtein, BITS=1 LANES=8",
        "fft1024, RADIX=4 LANES=8"
    })
    void whatATaskOffersPassesEveryStage(String name, String values) throws Exception {
        var task = task(name);
        var setting = new TreeMap<String, Object>(Map.of("OPT", "-O3", "ARCH", "-march=native"));
        Arrays.stream(values.split(" "))
                .map(each -> each.split("="))
                .forEach(each -> setting.put(each[0], Long.valueOf(each[1])));
        var fast = task.parts().getFirst().parameters().defaults().with(Setting.of(setting));
        try (PartSupport support = support(task)) {
            assertPasses(
                    support, task.seed().with(Artifact.parametersPath("kernel"), ParameterFile.write(fast)), values);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf8", "levenshtein"})
    void theSeedAndWhatAnOperatorMakesOfItPassEveryStage(String name) throws Exception {
        var task = task(name);
        try (PartSupport support = support(task)) {
            assertPasses(support, task.seed(), "seed");
            assertTrue(support.operators().size() > 10);
            var operator = support.operators().stream()
                    .filter(each -> each.name().equals("unroll-hint"))
                    .findFirst()
                    .orElseThrow();
            var patch = operator.patches(task.seed()).getFirst();
            assertPasses(support, Patches.apply(task.seed(), patch, task.editScope()), operator.name());
        }
    }

    private static void assertPasses(PartSupport support, Artifact artifact, String what) throws InterruptedException {
        var stages = support.stages().stream()
                .filter(stage -> STAGES.contains(stage.name()))
                .toList();
        assertEquals(STAGES.size(), stages.size());
        for (var stage : stages) {
            Outcome outcome = stage.run(artifact);
            assertInstanceOf(Outcome.Passed.class, outcome, () -> what + ", " + stage.name() + ": " + outcome);
        }
    }

    private PartSupport support(Task task) throws Exception {
        var works = assertInstanceOf(Sandboxes.Detection.Works.class, Sandboxes.detect());
        var options = new LayerOptions(null, works.sandbox(), new DefaultToolRunner(), SecretRandom.fromSystem());
        return layer.support(task.parts().getFirst(), options);
    }

    private static Task task(String name) throws Exception {
        return TaskReader.read(Path.of("tasks", name), Set.of("c"));
    }
}
