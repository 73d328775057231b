package dev.ouroboros.hdl.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.hdl.operator.Steps.Place;
import dev.ouroboros.hdl.operator.Steps.Step;
import dev.ouroboros.hdl.operator.Steps.Wait;
import java.util.List;
import org.junit.jupiter.api.Test;

class LagsTest {
    /** An input, steps of 4, 3 and 2, and an output, each waiting for the one before. */
    private static final Steps CHAIN = new Steps(
            List.of(step(0, Place.INPUT), step(4, Place.INSIDE), step(3, Place.INSIDE), step(2, Place.OUTPUT)),
            List.of(new Wait(0, 1, 0), new Wait(1, 2, 0), new Wait(2, 3, 0)));

    private static Step step(double time, Place place) {
        return new Step(time, false, place);
    }

    @Test
    void oneRegisterStandsWhereBothHalvesAreShortest() {
        var best = Lags.all(CHAIN, 1).getLast();
        assertEquals(List.of(0, 0, 1, 1), best.late());
        assertEquals(5, best.period());
        assertEquals(1, best.registers(CHAIN.waits().get(1)));
    }

    @Test
    void everyOneIsFasterThanTheOneBefore() {
        var all = Lags.all(CHAIN, 2);
        for (int i = 1; i < all.size(); i++) {
            assertTrue(all.get(i).period() < all.get(i - 1).period());
        }
        assertEquals(4, all.getLast().period());
        assertEquals(9, Lags.unmoved(CHAIN));
    }

    @Test
    void noStepCanBeCutInTwo() {
        assertNull(Lags.of(CHAIN, 3, 3.9));
    }

    @Test
    void aCircleIsAllAsLate() {
        var accumulator = new Steps(
                List.of(
                        step(0, Place.INPUT),
                        step(4, Place.INSIDE),
                        step(3, Place.INSIDE),
                        new Step(0, true, Place.OUTPUT)),
                List.of(new Wait(0, 1, 0), new Wait(1, 2, 0), new Wait(2, 3, 0), new Wait(3, 2, 0)));
        var best = Lags.all(accumulator, 1).getLast();
        assertEquals(List.of(0, 0, 1, 1), best.late());
        assertEquals(4, best.period());
    }

    @Test
    void registersThatAreThereMoveWithoutLatency() {
        var waits = List.of(new Wait(0, 1, 0), new Wait(1, 2, 0), new Wait(2, 3, 1));
        var late = new Steps(CHAIN.all(), waits);
        assertEquals(7, Lags.unmoved(late));
        var best = Lags.all(late, 0).getLast();
        assertEquals(5, best.period());
        assertEquals(List.of(0, 1, 0), waits.stream().map(best::registers).toList());
    }
}
