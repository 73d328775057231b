package dev.ouroboros.engine.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.evaluation.Direction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExactGateTest {

    @ParameterizedTest
    @CsvSource({"198, 197, MINIMIZE", "100, 101, MAXIMIZE", "3, 0, MINIMIZE", "0, 3, MAXIMIZE"})
    void oneUnitBetterIsAccepted(double incumbent, double challenger, Direction direction) {
        var accept = assertInstanceOf(Decision.Accept.class, ExactGate.decide(incumbent, challenger, direction));

        assertTrue(accept.low() > 1);
        assertEquals(accept.low(), accept.high());
    }

    @ParameterizedTest
    @CsvSource({
        "198, 198, MINIMIZE", "198, 199, MINIMIZE", "100, 99, MAXIMIZE",
        "0, 0, MINIMIZE", "0, 0, MAXIMIZE", "0, 1, MINIMIZE"
    })
    void theSameOrWorseIsRejected(double incumbent, double challenger, Direction direction) {
        var reject = assertInstanceOf(Decision.Reject.class, ExactGate.decide(incumbent, challenger, direction));

        assertTrue(reject.high() <= 1);
    }

    @Test
    void theGainIsHowManyTimesAsGood() {
        assertEquals(2, Direction.MINIMIZE.gain(10, 5));
        assertEquals(2, Direction.MAXIMIZE.gain(5, 10));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void aValueWithoutATrueZeroIsRefused(double broken) {
        assertThrows(IllegalArgumentException.class, () -> ExactGate.decide(1, broken, Direction.MINIMIZE));
        assertThrows(IllegalArgumentException.class, () -> ExactGate.decide(broken, 1, Direction.MAXIMIZE));
    }
}
