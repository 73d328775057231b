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

    /** Some of 456 sums are small by chance, and rounded as much as the others; what the seed leaves alone tells nothing of it. */
    @Test
    void anotherOrderOfASumPassesWhereMostOfTheOutputStays() throws Exception {
        var task = Kernels.task("/dev/ouroboros/nativec/rowsums");
        String seed = task.seed().text("kernel/rowsums.c");
        String backwards = seed.replace("int j = 0; j < n; j++", "int j = n - 1; j >= 0; j--");
        String ruinous = seed.replace("a[(long)i * n] = sum;", "a[(long)i * n] = sum; a[(long)i * n + 1] *= 1.0001f;");
        try (PartSupport support = Support.of(task.parts().getFirst(), OPTIONS)) {
            assertInstanceOf(Outcome.Passed.class, check(support, task, backwards));
            var rejected = assertInstanceOf(Outcome.Rejected.class, check(support, task, ruinous));
            assertEquals(Reason.INCORRECT, rejected.reason());
        }
    }

    /** A launch takes so little that a batch grows beyond what was expected of it. */
    @Test
    void whatIsComputedInPlaceIsMeasuredWithoutBeingComputedTwice() throws Exception {
        var task = Kernels.task("/dev/ouroboros/nativec/rowsums");
        try (PartSupport support = Support.of(task.parts().getFirst(), OPTIONS)) {
            var bench = Objects.requireNonNull(support.bench());
            PairedSamples screened = bench.screen("kernel", task.seed(), task.seed());
            assertTrue(screened.incumbent().getFirst().launches() > 1, screened::toString);
        }
    }

    private static Outcome check(PartSupport support, Task task, String source) throws InterruptedException {
        Outcome last = Outcome.passed();
        for (Stage stage : support.stages()) {
            last = stage.run(task.seed().with("kernel/rowsums.c", source));
            if (!(last instanceof Outcome.Passed)) {
                return last;
            }
        }
        return last;
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
