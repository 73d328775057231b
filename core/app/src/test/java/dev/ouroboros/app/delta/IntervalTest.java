package dev.ouroboros.app.delta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IntervalTest {
    private static double[] drawn(RandomGenerator random, double mean, double spread, int count) {
        return DoubleStream.generate(() -> mean + spread * random.nextGaussian())
                .limit(count)
                .toArray();
    }

    @Test
    void theSameDifferencesGiveTheSameInterval() {
        var interval = Interval.of(List.of(new double[] {0.1, 0.2, 0.3, 0.4}, new double[] {-0.1, 0, 0.1, 0.2}), 1);
        assertEquals(0.15, interval.delta(), 1e-12);
        assertEquals(new Interval(0.15, interval.low(), interval.high(), interval.pBetter()), interval);
        assertEquals(
                Interval.of(List.of(new double[] {0.1, 0.2, 0.3, 0.4}, new double[] {-0.1, 0, 0.1, 0.2}), 1), interval);
        // By hand: the spread of a mean of 4 is 0.0645, that of the mean of two such means 0.0456.
        assertEquals(0.15 - 2.576 * 0.0456, interval.low(), 0.01);
        assertEquals(0.15 + 2.576 * 0.0456, interval.high(), 0.01);
        assertEquals(0.9995, interval.pBetter(), 0.001);
    }

    @Test
    void noDifferenceAtAllIsAPointAtZeroAndATossUp() {
        assertEquals(new Interval(0, 0, 0, 0.5), Interval.of(List.of(new double[10], new double[10]), 1));
    }

    @Test
    void seedsAreResampledWithinTheirTask() {
        // Two tasks far apart, each without any spread: resampling over both would spread.
        var interval = Interval.of(List.of(new double[] {1, 1, 1}, new double[] {-1, -1, -1}), 1);
        assertEquals(0, interval.width(), 1e-12);
    }

    @Test
    void ofDifferencesByChanceTheIntervalMissesZeroAboutOnceInAHundred() {
        var random = new SplittableRandom(7);
        int trials = 400;
        long missed = IntStream.range(0, trials)
                .filter(i -> !Interval.of(List.of(drawn(random, 0, 0.2, 12), drawn(random, 0, 0.5, 12)), i)
                        .holdsZero())
                .count();
        assertTrue(missed <= 14, missed + " of " + trials);
        assertTrue(missed >= 1, "an interval that is never wrong is too wide");
    }

    @Test
    void aRealDifferenceIsToldApart() {
        var random = new SplittableRandom(3);
        var interval = Interval.of(List.of(drawn(random, 0.1, 0.1, 40), drawn(random, 0.1, 0.1, 40)), 1);
        assertTrue(interval.low() > 0 && interval.pBetter() > 0.999, interval.toString());
        assertFalse(interval.holdsZero());
    }
}
