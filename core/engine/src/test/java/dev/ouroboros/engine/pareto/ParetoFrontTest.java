package dev.ouroboros.engine.pareto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.evaluation.Direction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParetoFrontTest {
    private static final List<Direction> CELLS_AND_CLOCK = List.of(Direction.MINIMIZE, Direction.MAXIMIZE);
    private static final List<Direction> THREE = List.of(Direction.MAXIMIZE, Direction.MAXIMIZE, Direction.MAXIMIZE);

    @Test
    void aMemberIsBetterThanEachOtherBySomething() {
        var front = ParetoFront.of(
                CELLS_AND_CLOCK,
                List.of(
                        point("seed", 100, 50),
                        point("small", 60, 40),
                        point("fast", 110, 70),
                        point("worse", 101, 49)));

        assertEquals(List.of("seed", "small", "fast"), names(front));
    }

    @Test
    void theSameByOneGoalAndWorseByTheOtherIsDominated() {
        var front =
                ParetoFront.of(CELLS_AND_CLOCK, List.of(point("a", 60, 40), point("b", 60, 39), point("c", 61, 40)));

        assertEquals(List.of("a"), names(front));
    }

    @Test
    void equalsDoNotDominateEachOther() {
        var front =
                ParetoFront.of(CELLS_AND_CLOCK, List.of(point("a", 60, 40), point("b", 60, 40), point("c", 0.0, 1)));

        assertEquals(List.of("a", "b", "c"), names(front));
        assertFalse(ParetoFront.dominates(CELLS_AND_CLOCK, point("a", 0.0, 1), point("b", -0.0, 1)));
        assertFalse(ParetoFront.dominates(CELLS_AND_CLOCK, point("b", -0.0, 1), point("a", 0.0, 1)));
    }

    @Test
    void whatIsNoNumberIsNoPoint() {
        assertThrows(IllegalArgumentException.class, () -> point("a", Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> point("a", 1, Double.POSITIVE_INFINITY));
        assertThrows(
                IllegalArgumentException.class, () -> ParetoFront.of(CELLS_AND_CLOCK, List.of(point("a", 1, 2, 3))));
    }

    @Test
    void theVolumeIsThatOfAllBoxesTogether() {
        var front = ParetoFront.of(CELLS_AND_CLOCK, List.of(point("a", 1, 1), point("b", 2, 3)));

        // Of 0 to 4 and 0 up: 3 by 1 and 2 by 3 share 2 by 1.
        assertEquals(7, front.hypervolume(List.of(4.0, 0.0)));
        assertEquals(0, front.hypervolume(List.of(1.0, 0.0)), "nothing is better than the reference by both");
    }

    @Test
    void anotherMemberAddsWhatItAloneCoversAndAnEqualOneNothing() {
        var one = List.of(point("a", 2, 2, 2));
        var two = Stream.concat(one.stream(), Stream.of(point("b", 3, 1, 1))).toList();
        var three = Stream.concat(two.stream(), Stream.of(point("c", 3, 1, 1))).toList();
        var reference = List.of(0.0, 0.0, 0.0);

        assertEquals(8, ParetoFront.of(THREE, one).hypervolume(reference));
        assertEquals(9, ParetoFront.of(THREE, two).hypervolume(reference));
        assertEquals(9, ParetoFront.of(THREE, three).hypervolume(reference));
    }

    /** On whole numbers, unit cubes can be counted. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void theVolumeIsTheNumberOfUnitCubesThatAreDominated(int goals) {
        var random = new SplittableRandom(goals);
        for (int round = 0; round < 50; round++) {
            var points = IntStream.range(0, 8)
                    .mapToObj(i -> new Point(
                            "p" + i,
                            random.ints(goals, 0, 5)
                                    .mapToObj(value -> (double) value)
                                    .toList()))
                    .toList();
            var front = ParetoFront.of(Collections.nCopies(goals, Direction.MAXIMIZE), points);

            assertEquals(cubes(points, goals), front.hypervolume(Collections.nCopies(goals, 0.0)), points::toString);
        }
    }

    @Test
    void theOrderOfPointsAndTheSignOfGoalsDoNotMatter() {
        var random = new SplittableRandom(7);
        var points = new ArrayList<Point>();
        for (int i = 0; i < 30; i++) {
            points.add(point("p" + i, random.nextDouble(), random.nextDouble(), random.nextDouble()));
        }
        double volume = ParetoFront.of(THREE, points).hypervolume(List.of(0.0, 0.0, 0.0));
        var mirrored = points.reversed().stream()
                .map(point -> new Point(
                        point.candidate(),
                        point.values().stream().map(value -> -value).toList()))
                .toList();
        var goals = Collections.nCopies(3, Direction.MINIMIZE);

        assertEquals(volume, ParetoFront.of(goals, mirrored).hypervolume(List.of(0.0, 0.0, 0.0)), 1e-12);
        assertTrue(volume > 0.3 && volume < 1);
    }

    private static int cubes(List<Point> points, int goals) {
        int count = 0;
        for (int cube = 0; cube < Math.pow(5, goals); cube++) {
            int number = cube;
            count += points.stream().anyMatch(point -> holds(point, number)) ? 1 : 0;
        }
        return count;
    }

    private static boolean holds(Point point, int cube) {
        int rest = cube;
        for (double side : point.values()) {
            if (rest % 5 >= side) {
                return false;
            }
            rest /= 5;
        }
        return true;
    }

    private static Point point(String candidate, double... values) {
        return new Point(candidate, Arrays.stream(values).boxed().toList());
    }

    private static List<String> names(ParetoFront front) {
        return front.members().stream().map(Point::candidate).toList();
    }
}
