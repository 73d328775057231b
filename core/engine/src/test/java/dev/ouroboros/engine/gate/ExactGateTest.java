package dev.ouroboros.engine.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExactGateTest {

    @ParameterizedTest
    @CsvSource({
        "198, 197, LOWER_IS_BETTER",
        "100, 101, HIGHER_IS_BETTER",
        "3, 0, LOWER_IS_BETTER",
        "0, 3, HIGHER_IS_BETTER"
    })
    void oneUnitBetterIsAccepted(double incumbent, double challenger, Direction direction) {
        var accept = assertInstanceOf(Decision.Accept.class, ExactGate.decide(incumbent, challenger, direction));

        assertTrue(accept.low() > 1);
        assertEquals(accept.low(), accept.high());
    }

    @ParameterizedTest
    @CsvSource({
        "198, 198, LOWER_IS_BETTER", "198, 199, LOWER_IS_BETTER", "100, 99, HIGHER_IS_BETTER",
        "0, 0, LOWER_IS_BETTER", "0, 0, HIGHER_IS_BETTER", "0, 1, LOWER_IS_BETTER"
    })
    void theSameOrWorseIsRejected(double incumbent, double challenger, Direction direction) {
        var reject = assertInstanceOf(Decision.Reject.class, ExactGate.decide(incumbent, challenger, direction));

        assertTrue(reject.high() <= 1);
    }

    @Test
    void theGainIsHowManyTimesAsGood() {
        assertEquals(2, Direction.LOWER_IS_BETTER.gain(10, 5));
        assertEquals(2, Direction.HIGHER_IS_BETTER.gain(5, 10));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void aValueWithoutATrueZeroIsRefused(double broken) {
        assertThrows(IllegalArgumentException.class, () -> ExactGate.decide(1, broken, Direction.LOWER_IS_BETTER));
        assertThrows(IllegalArgumentException.class, () -> ExactGate.decide(broken, 1, Direction.HIGHER_IS_BETTER));
    }
}
