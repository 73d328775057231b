package dev.ouroboros.kernels.host;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.cfamily.host.CheckStage;
import dev.ouroboros.cfamily.host.Defence;
import dev.ouroboros.cfamily.host.Workshop;
import dev.ouroboros.cfamily.reference.References;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.measure.SecretRandom;
import dev.ouroboros.kernels.task.KernelTask;
import dev.ouroboros.kernels.task.KernelTaskReader;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What gives right answers on the device and is still wrong. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OclgrindStageTest {
    private Workshop real;
    private Workshop simulated;

    @BeforeAll
    void open() throws Exception {
        real = Kernels.workshop();
        Oclgrind oclgrind = Objects.requireNonNull(Oclgrind.find(), Oclgrind.MEND);
        var target =
                new DeviceTarget(oclgrind.workers(Machine.SANDBOX, Machine.DEVICE), oclgrind.device(Machine.DEVICE));
        KernelTask task = KernelTaskReader.read(Kernels.PART);
        simulated = Workshop.open(
                Kernels.PART,
                task.contract(),
                target,
                Support.compiler(target, task),
                References.MATMUL.create(),
                SecretRandom.fromSystem(),
                Defence.ALL);
    }

    @AfterAll
    void close() {
        real.close();
        simulated.close();
    }

    @Test
    void anHonestKernelPasses() throws Exception {
        Outcome outcome = new OclgrindStage(simulated).run(Kernels.TASK.seed());
        assertInstanceOf(Outcome.Passed.class, outcome, outcome::toString);
    }

    @Test
    void aReadBehindTheInputIsSeen() throws Exception {
        assertSeenOnlyHere(Attacks.READS_BEHIND, "Invalid read");
    }

    @Test
    void aRaceIsSeen() throws Exception {
        assertSeenOnlyHere(Attacks.RACE, "data race");
    }

    private void assertSeenOnlyHere(String source, String finding) throws Exception {
        var artifact = Kernels.artifact(source);
        Outcome checked = new CheckStage(real).run(artifact);
        assertInstanceOf(Outcome.Passed.class, checked, checked::toString);
        Outcome followed = new OclgrindStage(simulated).run(artifact);
        var rejected = assertInstanceOf(Outcome.Rejected.class, followed, followed::toString);
        assertTrue(rejected.message().contains(finding), rejected::message);
    }
}
