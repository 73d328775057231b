package dev.ouroboros.engine.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ouroboros.engine.evaluation.Direction;
import org.junit.jupiter.api.Test;

class DecisionTest {

    @Test
    void anAcceptanceSaysWhatIsCertainAndHowCertain() {
        assertEquals(
                "Accepted after 11 blocks: the gain is at least 1.0210 where 1.0100 was needed, wrong with probability at most 6.1e-04.",
                new Decision.Accept(11, 6.079e-4, 1.021, 1.045, 1.01).reason());
    }

    @Test
    void aRejectionSaysWhatWasMissing() {
        assertEquals(
                "Rejected after 4 blocks: the gain is at most 0.9912 where 1.0100 was needed.",
                new Decision.Reject(4, 6.079e-4, 0, 0.9912, 1.01).reason());
    }

    @Test
    void anOpenDecisionSaysWhetherBlocksAreLeft() {
        assertEquals(
                "Undecided after 5 of at most 27 blocks: the gain lies between 0.0000 and 1.0500 where 1.0100 is needed.",
                new Decision.Inconclusive(5, 6.079e-4, 0, 1.05, 1.01, 27).reason());
        assertEquals(
                "Inconclusive after 27 of at most 27 blocks: the gain lies between 0.9900 and 1.0500 where 1.0100 is needed.",
                new Decision.Inconclusive(27, 6.079e-4, 0.99, 1.05, 1.01, 27).reason());
    }

    @Test
    void anExactDecisionNamesTheGain() {
        assertEquals(
                "Accepted by exact comparison: the gain is 1.0051.",
                ExactGate.decide(198, 197, Direction.MINIMIZE).reason());
        assertEquals(
                "Rejected by exact comparison: the gain is 1.0000.",
                ExactGate.decide(198, 198, Direction.MINIMIZE).reason());
    }
}
