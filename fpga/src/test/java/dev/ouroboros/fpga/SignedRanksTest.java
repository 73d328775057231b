package dev.ouroboros.fpga;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SignedRanksTest {

    @Test
    void eightLossesInEightHaveTheProbabilityOfEightTails() {
        assertEquals(1.0 / 256, SignedRanks.lower(new double[] {-1, -2, -3, -4, -5, -6, -7, -8}));
    }

    @Test
    void eightGainsAreNoSignOfALoss() {
        assertEquals(1, SignedRanks.lower(new double[] {1, 2, 3, 4, 5, 6, 7, 8}));
    }

    /** Of Wilcoxon's table for eight pairs: a rank sum of at most 5 has the probability 10/256. */
    @Test
    void theTableOfRankSumsIsMet() {
        assertEquals(10.0 / 256, SignedRanks.lower(new double[] {-1, -2, -3, -4, 5, -6, -7, -8}));
    }

    @Test
    void equalsCountForNeitherSideAndTiesShareRanks() {
        assertEquals(1, SignedRanks.lower(new double[] {0, 0, 0}));
        assertEquals(0.75, SignedRanks.lower(new double[] {-1, 1, 0}));
    }
}
