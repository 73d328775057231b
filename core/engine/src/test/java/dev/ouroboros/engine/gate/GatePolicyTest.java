package dev.ouroboros.engine.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatePolicyTest {

    @ParameterizedTest
    @CsvSource({"0.6, 1", "0.5, 1", "0.49, 2", "0.0009765625, 10", "0.001, 10", "0.0009, 11"})
    void theBlocksDemandedAreTheBinaryLogarithmRoundedUp(double alpha, int blocks) {
        assertEquals(blocks, GatePolicy.blocksDemanded(alpha));
    }

    @Test
    void theStandardCapGrowsWithWhatAlphaDemands() {
        assertEquals(27, GatePolicy.of(0.01, ErrorBudget.STANDARD.alpha(1)).cap());
        assertEquals(40, GatePolicy.of(0.01, ErrorBudget.STANDARD.alpha(100)).cap());
    }

    @Test
    void aCapThatCouldNeverAcceptIsRefusedWithTheLeastThatCan() {
        var error = assertThrows(IllegalArgumentException.class, () -> new GatePolicy(0.01, 0.001, 0.1, 9));

        assertTrue(error.toString().contains("expected a cap of 10 to 500 blocks"), error::toString);
    }

    @ParameterizedTest
    @CsvSource({"-0.01, 0.001, 0.1", "3, 0.001, 0.1", "0.01, 0, 0.1", "0.01, 1, 0.1", "0.01, NaN, 0.1", "0.01, 0.001, 0"
    })
    void whatIsNoProbabilityIsRefused(double minimumGain, double alpha, double beta) {
        assertThrows(IllegalArgumentException.class, () -> new GatePolicy(minimumGain, alpha, beta, 24));
    }
}
