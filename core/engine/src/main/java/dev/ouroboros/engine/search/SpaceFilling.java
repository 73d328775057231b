package dev.ouroboros.engine.search;

import dev.ouroboros.engine.space.Grid;
import dev.ouroboros.engine.space.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * For the first trials: a quarter are single steps from the defaults, the others random points far from each other (best
 * candidate sampling, Mitchell 1991).
 */
final class SpaceFilling implements Strategy {
    private static final int CANDIDATES = 10;

    @Override
    public List<Point> choose(Trials trials, int count, RandomGenerator random) {
        var grid = trials.grid();
        var picks = new Picks(trials, count);
        var steps = new ArrayList<>(grid.adjacent(grid.defaults()));
        for (int i = (count + random.nextInt(4)) / 4; i > 0 && !steps.isEmpty(); i--) {
            picks.add(steps.remove(random.nextInt(steps.size())));
        }
        var placed = new ArrayList<Point>(picks.points());
        trials.all().forEach(trial -> placed.add(trial.point()));
        picks.fill(() -> {
            var point = farthest(grid, placed, random);
            placed.add(point);
            return point;
        });
        return picks.isFull() ? picks.points() : new RandomSampling().choose(trials, count, random);
    }

    private static Point farthest(Grid grid, List<Point> placed, RandomGenerator random) {
        Point farthest = grid.random(random);
        double most = distance(grid, farthest, placed);
        for (int i = 1; i < CANDIDATES; i++) {
            var point = grid.random(random);
            double distance = distance(grid, point, placed);
            if (distance > most) {
                most = distance;
                farthest = point;
            }
        }
        return farthest;
    }

    private static double distance(Grid grid, Point point, List<Point> placed) {
        double least = Double.POSITIVE_INFINITY;
        for (var other : placed) {
            double distance = 0;
            for (int axis = 0; axis < grid.axes().size(); axis++) {
                int size = grid.axes().get(axis).size();
                if (size > 1 && point.at(axis) != other.at(axis)) {
                    boolean ordered = grid.axes().get(axis).ordered();
                    distance += ordered ? Math.abs(point.at(axis) - other.at(axis)) / (size - 1.0) : 1;
                }
            }
            least = Math.min(least, distance);
        }
        return least;
    }
}
