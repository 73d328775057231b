package dev.ouroboros.app.delta;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ouroboros.app.delta.Trace.Step;
import dev.ouroboros.engine.arena.Extent;
import java.util.List;
import org.junit.jupiter.api.Test;

class GapTest {
    /** From 64 % above the optimum to 1 % is a way of six halvings. */
    private static final Extent EXTENT = new Extent(100, 164, 10);

    private static Trace trace(Step... steps) {
        return new Trace(List.of(steps), 10, 10, 0);
    }

    @Test
    void eachHalvingOfTheExcessCountsTheSame() {
        assertEquals(1, Gap.of(164, EXTENT), 1e-12);
        assertEquals(5 / 6.0, Gap.of(132, EXTENT), 1e-12);
        assertEquals(4 / 6.0, Gap.of(116, EXTENT), 1e-12);
        assertEquals(1 / 6.0, Gap.of(102, EXTENT), 1e-12);
    }

    @Test
    void withinOnePercentOfTheOptimumIsThere() {
        assertEquals(0, Gap.of(101, EXTENT), 1e-12);
        assertEquals(0, Gap.of(100, EXTENT), 1e-12);
    }

    @Test
    void worseThanTheMedianIsNoFartherThanTheMedian() {
        assertEquals(1, Gap.of(1000, EXTENT), 1e-12);
    }

    @Test
    void theAreaIsThatUnderTheSteps() {
        var trace = trace(new Step(1, 2, 200), new Step(2, 4, 132), new Step(7, 9, 100));
        assertEquals((4 * 1 + 5 * 5 / 6.0 + 0) / 10, Gap.area(trace, EXTENT), 1e-12);
    }

    @Test
    void whoFindsNothingHasAnAreaOfOne() {
        assertEquals(1, Gap.area(trace(), EXTENT), 1e-12);
    }

    @Test
    void theGapAtATimeIsThatOfTheLastStepBefore() {
        var trace = trace(new Step(1, 2, 132), new Step(2, 5, 116));
        assertEquals(1, Gap.at(0.1, trace, EXTENT), 1e-12);
        assertEquals(5 / 6.0, Gap.at(0.2, trace, EXTENT), 1e-12);
        assertEquals(4 / 6.0, Gap.at(1, trace, EXTENT), 1e-12);
    }

    @Test
    void improvementLooksAtTheFirstTrialsOnly() {
        var trace = trace(new Step(1, 2, 200), new Step(3, 4, 82 * 2), new Step(6, 8, 102.5));
        assertEquals(1, Gap.improvement(1, trace, EXTENT), 1e-12);
        assertEquals(1, Gap.improvement(5, trace, EXTENT), 1e-12);
        assertEquals(1.6, Gap.improvement(6, trace, EXTENT), 1e-12);
    }

    @Test
    void aSpaceWhoseMedianIsAsGoodAsItsBestHasNoGap() {
        assertEquals(0, Gap.of(100.5, new Extent(100, 100.5, 10)), 1e-12);
    }
}
