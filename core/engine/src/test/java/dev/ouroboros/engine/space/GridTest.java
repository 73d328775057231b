package dev.ouroboros.engine.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GridTest {
    private static final ParameterSpace KERNEL = new ParameterSpace(
            List.of(new Parameter("TILE", List.of(4, 1, 2)), new Parameter("MODE", List.of("a", "b", "c"))),
            List.of(new Constraint("c", Expression.parse("TILE < 4 or MODE == 'a'"))));
    private static final ParameterSpace HOST =
            new ParameterSpace(List.of(new Parameter("TILE", List.of(8, 16))), List.of());
    private static final Grid GRID = Grid.of(new TreeMap<>(Map.of("kernel", KERNEL, "host", HOST)));

    @Test
    void partsJoinAndKeepTheirNamesApart() {
        assertEquals(
                List.of("host.TILE", "kernel.TILE", "kernel.MODE"),
                GRID.axes().stream()
                        .map(axis -> axis.part() + "." + axis.name())
                        .toList());
        assertEquals(2 * 7, GRID.size());
    }

    @Test
    void numbersAreInAscendingOrderWhateverTheDefault() {
        assertEquals(List.of(1L, 2L, 4L), GRID.axes().get(1).values());
        assertEquals(Point.of(0, 2, 0), GRID.defaults());
    }

    @Test
    void enumerationHoldsEachAdmittedPointOnce() {
        var points = new HashSet<Point>();
        for (int i = 0; i < GRID.size(); i++) {
            assertTrue(GRID.admits(GRID.point(i)));
            assertTrue(points.add(GRID.point(i)));
        }
    }

    @Test
    void adjacentPointsAreOneStepAwayInOneCoordinate() {
        assertEquals(
                Set.of(Point.of(1, 1, 1), Point.of(0, 0, 1), Point.of(0, 1, 0), Point.of(0, 1, 2)),
                Set.copyOf(GRID.adjacent(Point.of(0, 1, 1))),
                "kernel.TILE may not become 4 with MODE b; MODE has no order, so any other value is adjacent");
        assertEquals(
                Set.of(Point.of(1, 0, 0), Point.of(0, 1, 0), Point.of(0, 2, 0), Point.of(0, 0, 1), Point.of(0, 0, 2)),
                Set.copyOf(GRID.neighbours(Point.of(0, 0, 0))));
    }

    @Test
    void settingsBecomePointsAndBack() {
        var settings = Map.of("kernel", KERNEL.defaults(), "host", HOST.defaults());
        var point = GRID.point(settings);
        assertEquals(GRID.defaults(), point);
        assertEquals(
                Map.of("kernel", Setting.of(Map.of("TILE", 1L))), GRID.changes(GRID.defaults(), Point.of(0, 0, 0)));
        assertNull(GRID.point(Map.of("kernel", KERNEL.defaults())));
        assertNull(GRID.point(Map.of("kernel", KERNEL.defaults(), "host", Setting.of(Map.of("TILE", 9L)))));
    }

    @Test
    void everyAdmittedPointIsDrawnEquallyOften() {
        var random = RandomGenerator.of("L64X128MixRandom");
        var counts = new TreeMap<String, Integer>();
        for (int i = 0; i < 14_000; i++) {
            counts.merge(GRID.random(random).toString(), 1, Integer::sum);
        }
        assertEquals(14, counts.size());
        counts.forEach((point, count) -> assertTrue(Math.abs(count - 1000) < 200, point + " " + count));
    }

    @Test
    void aHugeSparseSpaceStillGivesAdmittedPoints() {
        var parameters = new ArrayList<Parameter>();
        var constraints = new ArrayList<Constraint>();
        for (int i = 0; i < 24; i++) {
            parameters.add(new Parameter(
                    "P" + i, IntStream.range(0, 16).<Object>mapToObj(n -> n).toList()));
            if (i > 0) {
                constraints.add(new Constraint("c" + i, Expression.parse("P%d // 4 == P%d // 4".formatted(i, i - 1))));
            }
        }
        var grid = Grid.of(new TreeMap<>(Map.of("p", new ParameterSpace(parameters, constraints))));
        assertEquals(-1, grid.size());
        var random = RandomGenerator.of("L64X128MixRandom");
        var drawn = new HashSet<Point>();
        for (int i = 0; i < 50; i++) {
            var point = grid.random(random);
            assertTrue(grid.admits(point));
            drawn.add(point);
        }
        assertEquals(50, drawn.size());
        assertFalse(grid.adjacent(grid.defaults()).isEmpty());
    }
}
