package dev.ouroboros.engine.search;

import dev.ouroboros.engine.space.Grid;
import dev.ouroboros.engine.space.Point;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The points a model has an opinion of, numbered: all of a small grid; of a large one a sample, and what was added since.
 */
final class Pool {
    private static final int MOST_ENUMERATED = 20_000;
    private static final int SAMPLE = 8_000;
    private static final long SAMPLE_SEED = 1;

    private final Coordinates coordinates;
    private final List<Point> points = new ArrayList<>();
    private final List<int[]> indexes = new ArrayList<>();
    private final Map<Point, Integer> numbers = new HashMap<>();

    Pool(Grid grid) {
        this.coordinates = Coordinates.metric(grid);
        if (grid.size() >= 0 && grid.size() <= MOST_ENUMERATED) {
            for (int i = 0; i < grid.size(); i++) {
                add(grid.point(i));
            }
        } else {
            var random = new SplittableRandom(SAMPLE_SEED);
            for (int i = 0; i < SAMPLE; i++) {
                add(grid.random(random));
            }
        }
    }

    /** Returns the number of a point, which is added if it is not there. */
    int add(Point point) {
        var known = numbers.putIfAbsent(point, points.size());
        if (known != null) {
            return known;
        }
        points.add(point);
        indexes.add(coordinates.indexes(point));
        return points.size() - 1;
    }

    /** Returns the same for the points of trials, which are added if they are not there. */
    int[][] indexes(List<Trial> trials) {
        return trials.stream().map(trial -> indexes(add(trial.point()))).toArray(int[][]::new);
    }

    Coordinates coordinates() {
        return coordinates;
    }

    int size() {
        return points.size();
    }

    Point point(int number) {
        return points.get(number);
    }

    /** Returns the numbers of the values that a point has, parameter by parameter. */
    int[] indexes(int number) {
        return indexes.get(number);
    }
}
