package dev.ouroboros.hdl.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.evaluation.Measurement;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.hdl.proof.Verdict;
import org.junit.jupiter.api.Test;

/** What becomes of a verdict. */
class ProofStageTest {
    @Test
    void whatIsKnownForSomeCyclesIsAcceptedOnlyWhereTheTaskAsksForNoMore() {
        var known = new Verdict.Bounded(40);
        refused(ProofStage.outcome(ProofStage.Claim.EQUALS_SEED, known, 0));
        refused(ProofStage.outcome(ProofStage.Claim.EQUALS_SEED, known, 41));
        var passed =
                assertInstanceOf(Outcome.Passed.class, ProofStage.outcome(ProofStage.Claim.EQUALS_SEED, known, 40));
        assertTrue(passed.log().startsWith("Not proved: known"), passed::log);
        assertEquals(
                Measurement.BOUNDED_CYCLES, passed.measurements().getFirst().metric());
    }

    @Test
    void aNetlistIsProvedOrNot() {
        refused(ProofStage.outcome(ProofStage.Claim.NETLIST_EQUALS_SOURCE, new Verdict.Bounded(40), 1));
        refused(ProofStage.outcome(ProofStage.Claim.EQUALS_SEED, new Verdict.Unknown("no time"), 1));
    }

    private static void refused(Outcome outcome) {
        var rejected = assertInstanceOf(Outcome.Rejected.class, outcome);
        assertEquals(Reason.INCONCLUSIVE, rejected.reason());
    }
}
