package dev.ouroboros.engine.search;

import dev.ouroboros.engine.space.Grid;
import dev.ouroboros.engine.space.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * For the first trials: of a few random points the one farthest from all before it (Mitchell: Spectrally optimal
 * sampling for distribution ray tracing, 1991).
 */
final class Spread implements Strategy {
    private static final int CANDIDATES = 10;

    @Override
    public List<Point> choose(Trials trials, int count, RandomGenerator random) {
        var coordinates = Coordinates.metric(trials.grid());
        var taken = new ArrayList<double[]>();
        trials.all().forEach(trial -> taken.add(coordinates.of(trial.point())));
        var picks = new Picks(trials, count).fill(() -> {
            var point = farthest(trials.grid(), coordinates, taken, random);
            taken.add(coordinates.of(point));
            return point;
        });
        return picks.points();
    }

    private static Point farthest(Grid grid, Coordinates coordinates, List<double[]> taken, RandomGenerator random) {
        var farthest = grid.random(random);
        double most = nearest(coordinates.of(farthest), taken);
        for (int i = 1; i < CANDIDATES; i++) {
            var point = grid.random(random);
            double distance = nearest(coordinates.of(point), taken);
            if (distance > most) {
                most = distance;
                farthest = point;
            }
        }
        return farthest;
    }

    private static double nearest(double[] vector, List<double[]> taken) {
        double least = Double.MAX_VALUE;
        for (var other : taken) {
            double squares = 0;
            for (int i = 0; i < vector.length; i++) {
                squares += (vector[i] - other[i]) * (vector[i] - other[i]);
            }
            least = Math.min(least, squares);
        }
        return least;
    }
}
