package dev.ouroboros.engine.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.evaluation.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** How many pairs a screen compares. */
class ScreenRuleTest {
    private static final ScreenRule RULE = ScreenRule.USUAL;
    private static final double SCATTER = 0.03;
    private static final int SCREENS = 400;

    /** Pairs on average, and how often the challenger looked worse. */
    private record Screens(double pairs, double worse) {}

    @Test
    void aClearlyWorseChallengerGetsFewPairs() {
        assertTrue(screens(-0.3).pairs() < 1.1 * RULE.least(), screens(-0.3).toString());
    }

    @Test
    void aCloseOneGetsManyAndNearlyAllThereAre() {
        assertTrue(screens(0).pairs() > 0.8 * RULE.most(), screens(0).toString());
        assertTrue(screens(0.01).pairs() > 0.75 * RULE.most(), screens(0.01).toString());
    }

    @Test
    void aBetterOneIsHardlyEverDropped() {
        assertTrue(screens(0.05).worse() < 0.01, screens(0.05).toString());
    }

    @Test
    void pairsThatAgreeExactlyAreEnoughUnlessTheyAreEqual() {
        var slow = List.of(sample(2), sample(2), sample(2));
        var fast = List.of(sample(1), sample(1), sample(1));
        assertTrue(RULE.isEnough(fast, slow));
        assertTrue(RULE.isEnough(slow, fast));
        assertFalse(RULE.isEnough(slow, slow), "nothing tells them apart yet");
        assertFalse(RULE.isEnough(slow.subList(0, 2), fast.subList(0, 2)), "two pairs are too few");
    }

    @Test
    void boundsThatMakeNoSenseAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new ScreenRule(1, 9, 4));
        assertThrows(IllegalArgumentException.class, () -> new ScreenRule(5, 4, 4));
    }

    private static Screens screens(double logGain) {
        var random = new SplittableRandom(1);
        int pairs = 0;
        int worse = 0;
        for (int i = 0; i < SCREENS; i++) {
            var incumbent = new ArrayList<Sample>();
            var challenger = new ArrayList<Sample>();
            double sum = 0;
            while (!RULE.isEnough(incumbent, challenger)) {
                double difference = logGain + SCATTER * random.nextGaussian();
                sum += difference;
                incumbent.add(sample(Math.exp(difference)));
                challenger.add(sample(1));
            }
            assertEquals(incumbent.size(), challenger.size());
            pairs += incumbent.size();
            worse += sum < 0 ? 1 : 0;
        }
        return new Screens((double) pairs / SCREENS, (double) worse / SCREENS);
    }

    private static Sample sample(double seconds) {
        return new Sample(seconds, Double.NaN, 1);
    }
}
