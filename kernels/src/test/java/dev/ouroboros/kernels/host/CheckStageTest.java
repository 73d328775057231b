package dev.ouroboros.kernels.host;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.ouroboros.cfamily.host.CheckStage;
import dev.ouroboros.engine.evaluation.Outcome;
import org.junit.jupiter.api.Test;

class CheckStageTest {

    @Test
    void anHonestKernelPasses() throws Exception {
        try (var workshop = Kernels.workshop()) {
            Outcome outcome = new CheckStage(workshop).run(Kernels.TASK.seed());
            assertInstanceOf(Outcome.Passed.class, outcome, outcome::toString);
        }
    }
}
