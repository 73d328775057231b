package dev.ouroboros.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.ParameterFile;
import dev.ouroboros.engine.artifact.Patches;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.layer.DeviceMissing;
import dev.ouroboros.engine.layer.DoctorCheck;
import dev.ouroboros.engine.layer.LayerOptions;
import dev.ouroboros.engine.layer.Layers;
import dev.ouroboros.engine.layer.PartSupport;
import dev.ouroboros.engine.layer.Stage;
import dev.ouroboros.engine.measure.SecretRandom;
import dev.ouroboros.engine.process.DefaultToolRunner;
import dev.ouroboros.engine.process.Sandboxes;
import dev.ouroboros.engine.space.Setting;
import dev.ouroboros.engine.task.Task;
import dev.ouroboros.engine.task.TaskReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The layer as the engine finds and uses it, with the tasks it ships. */
class OpenClLayerTest {
    private final OpenClLayer layer = new OpenClLayer();

    @Test
    void theEngineFindsIt() {
        assertEquals(List.of("opencl"), Layers.load().names());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sgemm", "conv2d"})
    void theSeedsOfItsTasksPassEveryStage(String name) throws Exception {
        Task task = read(Path.of("tasks", name));
        try (PartSupport support = layer.support(task.parts().getFirst(), options(null))) {
            assertEquals(List.of("inspect", "check", "held-out", "oclgrind"), names(support));
            assertPasses(support, task.seed());
        }
    }

    @Test
    void aFastSettingPassesToo() throws Exception {
        Task task = read(Path.of("tasks", "sgemm"));
        var fast = task.parts()
                .getFirst()
                .parameters()
                .defaults()
                .with(Setting.of(Map.of(
                        "TILE_M", 12L, "TILE_N", 2L, "VECTOR", 16L, "STEPS_M", 8L, "BLOCK_K", 256L, "PACK_B", 1L,
                        "UNROLL", 4L)));
        Artifact artifact = task.seed().with(Artifact.parametersPath("kernel"), ParameterFile.write(fast));
        try (PartSupport support = layer.support(task.parts().getFirst(), options(null))) {
            assertPasses(support, artifact);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sgemm", "conv2d"})
    void whatOperatorsMakeOfItsTasksIsRight(String name) throws Exception {
        Task task = read(Path.of("tasks", name));
        try (PartSupport support = layer.support(task.parts().getFirst(), options(null))) {
            int changes = 0;
            for (var operator : support.operators()) {
                for (var patch : operator.patches(task.seed()).stream().limit(1).toList()) {
                    Artifact changed = Patches.apply(task.seed(), patch, task.editScope());
                    Outcome outcome = check(support).run(changed);
                    assertInstanceOf(Outcome.Passed.class, outcome, () -> operator.name() + ": " + outcome);
                    changes++;
                }
            }
            assertTrue(changes >= 2, "only " + changes + " operators have an idea");
        }
    }

    @Test
    void theControlTaskPassesAndItsParameterHasNoEffect() throws Exception {
        Task task = read(layer.controlTask());
        try (PartSupport support = layer.support(task.parts().getFirst(), options(null))) {
            assertPasses(support, task.seed());
        }
        assertEquals(1, task.parts().getFirst().parameters().parameters().size());
        assertFalse(task.seed().text("kernel/copy.cl").replaceAll("//.*", "").contains("LABEL"));
    }

    @Test
    void withoutABuiltInReferenceTheSeedIsIt(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("scale.cl"), scale("3.0f * x[i]"));
        Files.writeString(folder.resolve("task.toml"), """
                name = "scale"
                [[parts]]
                name  = "kernel"
                layer = "opencl"
                files = ["scale.cl"]
                  [parts.opencl]
                  entry      = "scale"
                  global     = ["n"]
                  local      = ["1"]
                  bytes      = "8 * n"
                  timed      = { n = 70000 }
                  shown      = [{ n = 17 }]
                  held-out   = [{ n = 33 }]
                  arguments  = [
                    { name = "x", type = "float", shape = ["n"], role = "in" },
                    { name = "y", type = "float", shape = ["n"], role = "out" },
                    { name = "count", type = "int", shape = ["n"], role = "inout" },
                  ]
                [[objectives]]
                metric = "throughput"
                goal   = "maximize"
                """);
        Task task = read(folder);
        try (PartSupport support = layer.support(task.parts().getFirst(), options(null))) {
            assertPasses(support, task.seed());
            assertPasses(support, task.seed().with("kernel/scale.cl", scale("x[i] + x[i] + x[i]")));
            Outcome wrong = check(support).run(task.seed().with("kernel/scale.cl", scale("3.001f * x[i]")));
            assertInstanceOf(Outcome.Rejected.class, wrong, wrong::toString);
            String twice = scale("3.0f * x[i]").replace("count[i]++", "count[i] += 2");
            Outcome miscounted = check(support).run(task.seed().with("kernel/scale.cl", twice));
            assertInstanceOf(Outcome.Rejected.class, miscounted, miscounted::toString);
        }
    }

    @Test
    void aDeviceThatIsNotThereIsNoTaskMistake() throws Exception {
        Task task = read(Path.of("tasks", "sgemm"));
        LayerOptions options = options("no such device");
        assertThrows(DeviceMissing.class, () -> layer.support(task.parts().getFirst(), options));
        assertEquals("none", layer.environment(options).get("device"));
        assertTrue(
                String.valueOf(layer.environment(options(null)).get("OpenCL")).startsWith("OpenCL "));
    }

    @Test
    void theDoctorFindsWhatTheTestsUse() throws Exception {
        for (DoctorCheck check : layer.doctorChecks()) {
            var finding = check.find();
            assertTrue(finding.present(), finding::toString);
        }
    }

    private static void assertPasses(PartSupport support, Artifact artifact) throws InterruptedException {
        for (Stage stage : support.stages()) {
            Outcome outcome = stage.run(artifact);
            assertInstanceOf(Outcome.Passed.class, outcome, () -> stage.name() + ": " + outcome);
        }
    }

    private static Stage check(PartSupport support) {
        return support.stages().stream()
                .filter(stage -> stage.name().equals("check"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(PartSupport support) {
        return support.stages().stream().map(Stage::name).toList();
    }

    private static Task read(Path folder) throws Exception {
        return TaskReader.read(folder, Set.of("opencl"));
    }

    private static String scale(String expression) {
        return "kernel void scale(global const float *x, global float *y, global int *count) {"
                + " int i = get_global_id(0); y[i] = " + expression + "; count[i]++; }";
    }

    private static LayerOptions options(@Nullable String device) throws InterruptedException {
        var works = assertInstanceOf(Sandboxes.Detection.Works.class, Sandboxes.detect());
        return new LayerOptions(device, works.sandbox(), new DefaultToolRunner(), SecretRandom.fromSystem());
    }
}
