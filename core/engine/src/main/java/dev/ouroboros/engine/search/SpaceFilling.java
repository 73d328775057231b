package dev.ouroboros.engine.search;

import dev.ouroboros.engine.space.Grid;
import dev.ouroboros.engine.space.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * For the first trials: a few single steps from the defaults, the others random points that use every value of every
 * parameter about equally often, as a Latin hypercube does (McKay, Beckman, Conover 1979), but within the constraints.
 */
final class SpaceFilling implements Strategy {
    private static final int STEPS_EVERY = 6;
    private static final int CANDIDATES = 10;

    @Override
    public List<Point> choose(Trials trials, int count, RandomGenerator random) {
        var grid = trials.grid();
        var picks = new Picks(trials, count);
        var steps = new ArrayList<>(grid.adjacent(grid.defaults()));
        for (int i = (count + random.nextInt(STEPS_EVERY)) / STEPS_EVERY; i > 0 && !steps.isEmpty(); i--) {
            picks.add(steps.remove(random.nextInt(steps.size())));
        }
        var uses = new Uses(grid);
        trials.all().forEach(trial -> uses.add(trial.point()));
        picks.points().forEach(uses::add);
        picks.fill(() -> {
            var point = uses.rarest(random);
            uses.add(point);
            return point;
        });
        return picks.isFull() ? picks.points() : new RandomSampling().choose(trials, count, random);
    }

    /** How often each value of each axis was used. */
    private static final class Uses {
        private final Grid grid;
        private final int[][] counts;

        Uses(Grid grid) {
            this.grid = grid;
            this.counts = grid.axes().stream().map(axis -> new int[axis.size()]).toArray(int[][]::new);
        }

        void add(Point point) {
            for (int axis = 0; axis < counts.length; axis++) {
                counts[axis][point.at(axis)]++;
            }
        }

        Point rarest(RandomGenerator random) {
            var rarest = grid.random(random);
            double least = commonness(rarest);
            for (int i = 1; i < CANDIDATES; i++) {
                var point = grid.random(random);
                double commonness = commonness(point);
                if (commonness < least) {
                    least = commonness;
                    rarest = point;
                }
            }
            return rarest;
        }

        private double commonness(Point point) {
            double sum = 0;
            for (int axis = 0; axis < counts.length; axis++) {
                sum += (double) counts[axis][point.at(axis)] * counts[axis].length;
            }
            return sum;
        }
    }
}
