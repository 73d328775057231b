package dev.ouroboros.kernels.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.cfamily.host.KernelBench;
import dev.ouroboros.cfamily.host.Workshop;
import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Medians;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.PairedSamples;
import dev.ouroboros.engine.evaluation.Sample;
import dev.ouroboros.engine.layer.Duel;
import dev.ouroboros.engine.measure.BlockScheduler;
import dev.ouroboros.engine.measure.SecretRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KernelBenchTest {
    private static final BlockScheduler SHORT = new BlockScheduler(11, 0.1);
    private static final Artifact FAST = Kernels.TASK.seed();
    private static final Artifact SLOW = Kernels.artifact(Kernels.repeated(3));

    private Workshop workshop;
    private KernelBench bench;

    @BeforeAll
    void open() throws Exception {
        workshop = Kernels.workshop(Kernels.shape(128, 128, 128));
        bench = new KernelBench(workshop);
    }

    @AfterAll
    void close() {
        bench.close();
        workshop.close();
        assertEquals(0, ProcessHandle.current().descendants().count(), "processes left behind");
    }

    @Test
    void theScreenTellsWhichIsFaster() throws Exception {
        assertTrue(bench.screen("kernel", FAST, SLOW).logGain() < Math.log(0.6));
        assertTrue(bench.screen("kernel", SLOW, FAST).logGain() > Math.log(1.6));
    }

    @Test
    void aHopelessChallengerGetsNoBatches() throws Exception {
        PairedSamples samples = bench.screen("kernel", FAST, Kernels.artifact(Kernels.repeated(20)));
        assertEquals(1, samples.challenger().size());
        assertTrue(samples.logGain() < Math.log(0.2));
    }

    @Test
    void aBlockMeasuresTheDifferenceInBatchesThatAreLongEnough() throws Exception {
        PairedSamples samples = block(FAST, SLOW);
        assertEquals(1 / 3.0, Math.exp(samples.logGain()), 0.2);
        for (Sample sample : samples.challenger()) {
            assertTrue(sample.deviceSeconds() > 0 && sample.deviceSeconds() < sample.seconds(), sample::toString);
        }
        double batch = Medians.median(samples.challenger().stream()
                .mapToDouble(sample -> sample.seconds() * sample.launches())
                .toArray());
        assertTrue(batch > 0.9 * Duel.BATCH_SECONDS, batch + " s");
    }

    @Test
    void theSameKernelUnderTwoNamesIsNotFaster() throws Exception {
        Artifact twin = Kernels.artifact(Kernels.HONEST + "// another name");
        PairedSamples samples = new BlockScheduler(31, 0.1).run("kernel", bench, FAST, twin, SecretRandom.fromSystem());
        assertEquals(0, samples.logGain(), Math.log(1.5));
    }

    @Test
    void throughputIsWorkOverTime() {
        assertEquals(2 * 128.0 * 128 * 128 / 0.001 / 1e9, bench.value(0.001), 1e-9);
        assertEquals("GFLOP/s", bench.unit());
    }

    @Test
    void aChallengerThatCrashesIsToBlame() {
        var failure = assertThrows(
                CandidateFailure.class, () -> bench.screen("kernel", FAST, Kernels.artifact(Attacks.CRASH)));
        assertInstanceOf(Outcome.Rejected.class, failure.outcome());
        var other = assertThrows(CandidateFailure.class, () -> bench.open(FAST, Kernels.artifact(Attacks.CRASH)));
        assertInstanceOf(Outcome.Rejected.class, other.outcome());
    }

    @Test
    void anIncumbentThatFailsIsNobodysFault() {
        var failure = assertThrows(CandidateFailure.class, () -> bench.open(Kernels.artifact(Attacks.NOTHING), FAST));
        assertInstanceOf(Outcome.Faulted.class, failure.outcome());
    }

    private PairedSamples block(Artifact incumbent, Artifact challenger) throws Exception {
        return SHORT.run("kernel", bench, incumbent, challenger, SecretRandom.fromSystem());
    }
}
