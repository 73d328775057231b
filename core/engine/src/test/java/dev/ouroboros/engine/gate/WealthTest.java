package dev.ouroboros.engine.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WealthTest {

    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 0.001, 0.01, 0.1, 10})
    void theBetOnASymmetricMarginIsFair(double margin) {
        Wealth before = Wealth.NONE_WON_YET.after(0.004).after(-0.002);

        double expected = (before.after(margin).total() + before.after(-margin).total()) / 2;

        assertEquals(before.total(), expected, 1e-15);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 40, 500})
    void largeMarginsDoubleTheCapitalToTheLastBit(int blocks) {
        Wealth wealth = Wealth.NONE_WON_YET;
        for (int i = 0; i < blocks; i++) {
            wealth = wealth.after(Wealth.SATURATION);
        }

        assertEquals(Math.scalb(1.0, blocks), wealth.total());
        assertTrue(wealth.refutesAt(Math.scalb(1.0, -blocks)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0, -0.0})
    void aMarginOfZeroLeavesTheCapitalAsItIs(double zero) {
        Wealth wealth = Wealth.NONE_WON_YET.after(0.01);

        assertEquals(wealth.total(), wealth.after(zero).total());
    }
}
