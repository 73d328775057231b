package dev.ouroboros.app.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ouroboros.engine.evaluation.Direction;
import dev.ouroboros.engine.evaluation.Evaluation.StageResult;
import dev.ouroboros.engine.evaluation.Measurement;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorrectnessTest {
    private static final StageResult KERNEL = passed("kernel/check");
    private static final StageResult DESIGN = passed("design/synthesis");
    private static final StageResult PROOF = passed("design/proof");

    @Test
    void everyAcceptedStepMustBeProved() {
        assertEquals(Correctness.PROVED, Correctness.of(List.of(DESIGN), List.of(List.of(PROOF), List.of(PROOF))));
        assertEquals(Correctness.TESTED, Correctness.of(List.of(DESIGN), List.of(List.of(PROOF), List.of())));
        var failed = new StageResult("design/proof", new Outcome.Rejected(Reason.INCORRECT, "differs"), 1);
        assertEquals(Correctness.TESTED, Correctness.of(List.of(DESIGN), List.of(List.of(failed))));
    }

    @Test
    void whatIsKnownForSomeCyclesIsNotProved() {
        var cycles = Measurement.exact(Measurement.BOUNDED_CYCLES, "cycles", Direction.MAXIMIZE, 40);
        var bounded = new StageResult("design/proof", new Outcome.Passed(List.of(cycles), "Not proved."), 1);
        assertEquals(Correctness.TESTED, Correctness.of(List.of(DESIGN), List.of(List.of(PROOF), List.of(bounded))));
    }

    @Test
    void everyPartMustBeProved() {
        assertEquals(Correctness.TESTED, Correctness.of(List.of(KERNEL, DESIGN), List.of(List.of(PROOF))));
    }

    @Test
    void theScreenIsNoPartThatWouldHaveToBeProved() {
        var baseline = List.of(DESIGN, passed("screen"));
        assertEquals(Correctness.PROVED, Correctness.of(baseline, List.of(List.of(PROOF))));
    }

    @Test
    void withoutAStepNothingWasProved() {
        assertEquals(Correctness.TESTED, Correctness.of(List.of(DESIGN), List.of()));
    }

    private static StageResult passed(String stage) {
        return new StageResult(stage, Outcome.passed(), 1);
    }
}
