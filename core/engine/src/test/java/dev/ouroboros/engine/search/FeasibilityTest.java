package dev.ouroboros.engine.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.space.Grid;
import dev.ouroboros.engine.space.Parameter;
import dev.ouroboros.engine.space.ParameterSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What failures teach about points that were not tried. */
class FeasibilityTest {
    private static final List<Object> POWERS = List.of(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L);

    private final Grid grid = grid();

    @Test
    void aProductAboveALimitIsLearnedFromSomeFailures() {
        var random = new SplittableRandom(3);
        var trials = new ArrayList<Trial>();
        for (int i = 0; i < 40; i++) {
            var point = grid.random(random);
            trials.add(new Trial(point, point.at(0) + point.at(1) > 8 ? Double.NaN : 0));
        }
        var feasibility = Feasibility.of(grid, trials);
        double failing = 0;
        double passing = 0;
        int failures = 0;
        for (int i = 0; i < grid.size(); i++) {
            var point = grid.point(i);
            double chance = feasibility.of(point);
            assertTrue(chance > 0 && chance <= 1, "a chance of " + chance);
            if (point.at(0) + point.at(1) > 8) {
                failing += chance;
                failures++;
            } else {
                passing += chance;
            }
        }
        assertTrue(failing / failures < 0.2, "what fails is given a chance of " + failing / failures);
        assertTrue(
                passing / (grid.size() - failures) > 0.8, "what passes is given " + passing / (grid.size() - failures));
    }

    @Test
    void withoutAFailureEverythingPasses() {
        assertEquals(
                1, Feasibility.of(grid, List.of(new Trial(grid.point(0), 0))).of(grid.point(5)));
        assertEquals(1, Feasibility.of(grid, List.of()).of(grid.point(5)));
    }

    private static Grid grid() {
        var spaces = new TreeMap<String, ParameterSpace>();
        var parameters = List.of(
                new Parameter("x", POWERS), new Parameter("y", POWERS), new Parameter("other", List.of(1L, 2L, 3L)));
        spaces.put("kernel", new ParameterSpace(parameters, List.of()));
        return Grid.of(spaces);
    }
}
