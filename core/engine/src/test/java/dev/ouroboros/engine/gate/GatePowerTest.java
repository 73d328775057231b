package dev.ouroboros.engine.gate;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How soon the gate sees what is there, at a scatter of 1 %: of the block's log-gain, or of each of its two sides. */
class GatePowerTest {

    private static final Scatter BLOCK = Scatter.normal(0.01);
    private static final Scatter EACH_SIDE = Scatter.ofBothSides(Scatter.normal(0.01));

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void threePercentAreSeenInAtMost24Blocks(int confirmation) {
        double share = decide(confirmation, 1.03, BLOCK).acceptedWithin(24);

        assertTrue(share >= 0.95, "accepted a share of " + share);
    }

    @ParameterizedTest
    @ValueSource(ints = {1})
    void threePercentAreSeenInAtMost24BlocksEvenIfEachSideScatters(int confirmation) {
        double share = decide(confirmation, 1.03, EACH_SIDE).acceptedWithin(24);

        assertTrue(share >= 0.95, "accepted a share of " + share);
    }

    @ParameterizedTest
    @CsvSource({"20, 0.99", "100, 0.99"})
    void laterConfirmationsSeeThreePercentBeforeTheCap(int confirmation, double wanted) {
        Confirmations confirmations = decide(confirmation, 1.03, BLOCK);

        assertTrue(confirmations.accepted() >= wanted * 2000, "accepted " + confirmations.accepted());
    }

    @ParameterizedTest
    @CsvSource({"1, 0.98", "5, 0.95", "20, 0.88", "100, 0.75"})
    void laterConfirmationsMostlySeeThreePercentBeforeTheCapEvenIfEachSideScatters(int confirmation, double wanted) {
        Confirmations confirmations = decide(confirmation, 1.03, EACH_SIDE);

        assertTrue(confirmations.accepted() >= wanted * 2000, "accepted " + confirmations.accepted());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.97, 1 / 1.03})
    void threePercentWorseIsRejectedAfterFourBlocks(double gain) {
        assertTrue(decide(1, gain, BLOCK).medianBlocksToReject() <= 4);
        assertTrue(decide(1, gain, EACH_SIDE).medianBlocksToReject() <= 4);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100})
    void whatChangesNothingIsDroppedLongBeforeTheCap(int confirmation) {
        assertTrue(decide(confirmation, 1, BLOCK).meanBlocks() < 10);
        assertTrue(decide(confirmation, 1, EACH_SIDE).meanBlocks() < 15);
    }

    private static Confirmations decide(int confirmation, double gain, Scatter scatter) {
        GatePolicy policy = GatePolicy.of(0.01, ErrorBudget.STANDARD.alpha(confirmation));
        return Confirmations.of(2000, gain, scatter, policy, new Random(1));
    }
}
