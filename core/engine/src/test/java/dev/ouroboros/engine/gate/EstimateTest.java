package dev.ouroboros.engine.gate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EstimateTest {

    private static final int REPEATS = 4000;

    static List<Named<Scatter>> scatters() {
        return List.of(
                Named.of("1 %", Scatter.normal(0.01)),
                Named.of("5 %", Scatter.normal(0.05)),
                Named.of("skewed 5 %", Scatter.skewed(0.05)),
                Named.of("heavy tails, scale 5 %", Scatter.heavyTailed(0.05)));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 2", "0.9, 5", "0.95, 6", "0.99, 8", "0.999, 11"})
    void theFewestBlocksAreThoseWhoseRangeEnclosesTheMedianSoSurely(double confidence, int blocks) {
        assertEquals(blocks, Estimate.blocksNeeded(confidence));
    }

    @Test
    void eightBlocksGiveTheirMedianAndTheirRange() {
        double[] logGains = {0.08, 0.01, 0.05, 0.02, 0.07, 0.03, 0.06, 0.04};
        double[] copy = logGains.clone();

        Estimate estimate = Estimate.of(logGains, 0.99);

        assertEquals(new Estimate(Math.exp(0.045), Math.exp(0.01), Math.exp(0.08), 0.99, 8), estimate);
        assertArrayEquals(copy, logGains);
    }

    /** The classical table for the median: n = 20 and 95 % give the 6th smallest to the 6th largest. */
    @Test
    void moreBlocksAllowAnInnerRange() {
        var logGains = new double[20];
        for (int i = 0; i < 20; i++) {
            logGains[i] = (i + 1) / 100.0;
        }

        Estimate estimate = Estimate.of(logGains, 0.95);

        assertEquals(Math.exp(0.06), estimate.low());
        assertEquals(Math.exp(0.15), estimate.high());
    }

    @ParameterizedTest
    @MethodSource("scatters")
    void theGainHasNextToNoBiasAndTheIntervalHoldsTheTruth(Scatter scatter) {
        assertTrustworthy(scatter, random -> Math.exp(0.1 * random.nextGaussian()));
    }

    @ParameterizedTest
    @MethodSource("scatters")
    void aWinnerChosenByLuckIsNotOverstated(Scatter scatter) {
        assertTrustworthy(scatter, random -> luckiestOf(20, scatter, random));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 1001})
    void tooFewOrTooManyBlocksAreRefused(int blocks) {
        var error = assertThrows(IllegalArgumentException.class, () -> Estimate.of(new double[blocks], 0.99));

        assertTrue(error.toString().contains("expected 8 to 1000 blocks"), error::toString);
    }

    @Test
    void aThousandBlocksAreEstimatedToo() {
        double[] blocks = Scatter.normal(0.01).blocks(1000, 1.5, new Random(1));

        Estimate estimate = Estimate.of(blocks, 0.99);

        assertTrue(estimate.low() > 1.49 && estimate.low() < 1.5, estimate::toString);
        assertTrue(estimate.high() > 1.5 && estimate.high() < 1.51, estimate::toString);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -1, 99, Double.NaN})
    void aConfidenceIsBetween0And1(double confidence) {
        assertThrows(IllegalArgumentException.class, () -> Estimate.blocksNeeded(confidence));
    }

    @Test
    void aBlockThatIsNotFiniteIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Estimate.of(new double[] {1, Double.NaN}, 0.5));
    }

    private interface TrueGain {
        double draw(RandomGenerator random);
    }

    private static void assertTrustworthy(Scatter scatter, TrueGain trueGain) {
        var random = new Random(5);
        double excess = 0;
        int covered = 0;
        for (int i = 0; i < REPEATS; i++) {
            double truth = trueGain.draw(random);
            Estimate estimate = Estimate.of(scatter.blocks(8, truth, random), 0.99);
            excess += estimate.gain() / truth - 1;
            covered += estimate.low() <= truth && truth <= estimate.high() ? 1 : 0;
        }
        double bias = excess / REPEATS;
        assertTrue(Math.abs(bias) <= 0.02, "bias " + bias);
        assertTrue(covered >= 0.985 * REPEATS, "covered " + covered + " of " + REPEATS);
    }

    /** The true gain of the candidate that looked best in one noisy block. */
    private static double luckiestOf(int candidates, Scatter scatter, RandomGenerator random) {
        double best = Double.NEGATIVE_INFINITY;
        double truth = 1;
        for (int i = 0; i < candidates; i++) {
            double gain = Math.exp(0.02 * random.nextGaussian());
            double looks = scatter.blocks(1, gain, random)[0];
            if (looks > best) {
                best = looks;
                truth = gain;
            }
        }
        return truth;
    }
}
