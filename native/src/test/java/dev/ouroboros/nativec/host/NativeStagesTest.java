package dev.ouroboros.nativec.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.cfamily.host.CheckStage;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.PairedSamples;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.evaluation.Sample;
import dev.ouroboros.engine.layer.LayerOptions;
import dev.ouroboros.engine.layer.PartSupport;
import dev.ouroboros.engine.layer.Stage;
import dev.ouroboros.engine.measure.BlockScheduler;
import dev.ouroboros.engine.measure.SecretRandom;
import dev.ouroboros.engine.process.DefaultToolRunner;
import dev.ouroboros.engine.task.Task;
import dev.ouroboros.engine.task.TaskReader;
import dev.ouroboros.nativec.NativeLayer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NativeStagesTest {
    private static final LayerOptions OPTIONS =
            new LayerOptions(null, Kernels.SANDBOX, new DefaultToolRunner(), SecretRandom.fromSystem());

    @ParameterizedTest
    @ValueSource(strings = {"sgemm", "matvec-int8"})
    void theTasksOfTheLayerPassTheirOwnCascade(String name) throws Exception {
        assertPasses(TaskReader.read(Path.of("tasks", name), Set.of("c")));
    }

    @Test
    void theControlTaskPasses() throws Exception {
        assertPasses(TaskReader.read(new NativeLayer().controlTask(), Set.of("c")));
    }

    @Test
    void aReturnedNumberOf64BitsAndArgumentsOfOtherTypesPass() throws Exception {
        assertPasses(Kernels.task("/dev/ouroboros/nativec/checksum"));
    }

    @Test
    void bothCompilersWork() throws Exception {
        try (PartSupport support = Support.of(Kernels.PART, OPTIONS)) {
            for (Stage stage : support.stages()) {
                Outcome outcome = stage.run(Kernels.with(Map.of("CC", "clang", "OPT", "-O3")));
                assertInstanceOf(Outcome.Passed.class, outcome, outcome::toString);
            }
        }
    }

    @Test
    void aFlagThatRunsAProgramIsRefused() throws Exception {
        try (var workshop = Kernels.workshop()) {
            Outcome outcome = new CheckStage(workshop).run(Kernels.with(Map.of("OPT", "-fplugin=x")));
            var rejected = assertInstanceOf(Outcome.Rejected.class, outcome);
            assertEquals(Reason.BUILD, rejected.reason());
            assertTrue(rejected.message().contains("-fplugin=x"), rejected::message);
        }
    }

    @Test
    void aDefinitionOfAnotherTypeDoesNotCompile() throws Exception {
        try (var workshop = Kernels.workshop()) {
            var other =
                    Kernels.artifact("void product(long m, int n, int k, const float *a, const float *b, float *c) {}");
            Outcome outcome = new CheckStage(workshop).run(other);
            var rejected = assertInstanceOf(Outcome.Rejected.class, outcome);
            assertTrue(rejected.message().contains("conflicting types"), rejected::message);
        }
    }

    @Test
    void aBlockTellsWhichIsFaster() throws Exception {
        var slow = Kernels.artifact(Kernels.TASK
                .seed()
                .text("kernel/product.c")
                .replace("float sum = 0;", "float sum = 0; for (volatile int r = 0; r < 50; r++) {}"));
        try (PartSupport support = Support.of(Kernels.PART, OPTIONS)) {
            var bench = Objects.requireNonNull(support.bench());
            PairedSamples samples = new BlockScheduler(11, 0.1)
                    .run("kernel", bench, slow, Kernels.TASK.seed(), SecretRandom.fromSystem());
            assertTrue(samples.logGain() > Math.log(1.1), () -> "gain " + Math.exp(samples.logGain()));
            for (Sample sample : samples.challenger()) {
                assertTrue(sample.deviceSeconds() > 0 && sample.deviceSeconds() <= sample.seconds(), sample::toString);
            }
        }
    }

    private static void assertPasses(Task task) throws Exception {
        try (PartSupport support = Support.of(task.parts().getFirst(), OPTIONS)) {
            for (Stage stage : support.stages()) {
                Outcome outcome = stage.run(task.seed());
                assertInstanceOf(Outcome.Passed.class, outcome, () -> stage.name() + ": " + outcome);
            }
        }
    }
}
