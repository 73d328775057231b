package dev.ouroboros.engine.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorBudgetTest {

    @Test
    void theFirstConfirmationHasSixTenthsAndDemandsElevenBlocks() {
        double alpha = ErrorBudget.STANDARD.alpha(1);

        assertEquals(6.079e-4, alpha, 1e-7);
        assertEquals(11, GatePolicy.blocksDemanded(alpha));
    }

    @Test
    void theSharesOfAMillionConfirmationsStayWithinTheTotalAndNearlyUseIt() {
        double spent = IntStream.rangeClosed(1, 1_000_000)
                .mapToDouble(ErrorBudget.STANDARD::alpha)
                .sum();

        assertTrue(spent <= 0.001, "spent " + spent);
        assertTrue(spent > 0.000999, "spent " + spent);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, Double.NaN})
    void aBudgetIsAProbability(double total) {
        assertThrows(IllegalArgumentException.class, () -> new ErrorBudget(total));
    }

    @Test
    void confirmationsAreCountedFromOne() {
        assertThrows(IllegalArgumentException.class, () -> ErrorBudget.STANDARD.alpha(0));
    }
}
