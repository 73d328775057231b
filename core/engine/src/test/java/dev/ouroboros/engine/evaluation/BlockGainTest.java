package dev.ouroboros.engine.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockGainTest {

    @Test
    void halfTheCostIsTwiceAsGood() {
        assertEquals(Math.log(2), BlockGain.of(new double[] {2, 4, 6}, new double[] {1, 2, 3}), 1e-15);
    }

    @Test
    void oneDisturbedPairDoesNotMatter() {
        assertEquals(0, BlockGain.of(new double[] {1, 1, 900}, new double[] {1, 1, 1}));
    }

    @Test
    void theOrderOfThePairsIsIrrelevantAndSwappingTheSidesNegates() {
        var random = new Random(1);
        for (int n = 1; n <= 60; n++) {
            double[] incumbent = costs(n, random);
            double[] challenger = costs(n, random);
            double gain = BlockGain.of(incumbent, challenger);

            assertEquals(gain, BlockGain.of(rotated(incumbent), rotated(challenger)));
            assertEquals(gain, -BlockGain.of(challenger, incumbent));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aCostThatIsNotPositiveAndFiniteIsRefusedByItsPair(double broken) {
        var error = assertThrows(
                IllegalArgumentException.class, () -> BlockGain.of(new double[] {1, 1}, new double[] {1, broken}));

        assertTrue(error.toString().contains("pair 1 has " + broken), error::toString);
    }

    @Test
    void sidesWithoutPartnerAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> BlockGain.of(new double[2], new double[3]));
        assertThrows(IllegalArgumentException.class, () -> BlockGain.of(new double[0], new double[0]));
    }

    private static double[] costs(int count, Random random) {
        return random.doubles(count, 0.5, 2).toArray();
    }

    private static double[] rotated(double[] values) {
        var result = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = values[(i + 1) % values.length];
        }
        return result;
    }
}
