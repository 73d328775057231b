package dev.ouroboros.engine.search;

import dev.ouroboros.engine.space.Grid;
import dev.ouroboros.engine.space.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * For the first trials: points near the middle, then of a few random points the one farthest from all before it
 * (Mitchell: Spectrally optimal sampling for distribution ray tracing, 1991).
 */
final class Spread implements Strategy {
    private static final int CANDIDATES = 10;

    /** So many random points tell where the middle is. */
    private static final int SAMPLE = 100;

    private static final int CENTRAL_CANDIDATES = 20;

    private final int centralPoints;

    /**
     * What is far from the middle is often far from good, and slow trials take the time of many; but what is near the same
     * middle is good or bad together.
     *
     * @param centralPoints how many of the first points are near the middle
     */
    Spread(int centralPoints) {
        this.centralPoints = centralPoints;
    }

    @Override
    public List<Point> choose(Trials trials, int count, RandomGenerator random) {
        var coordinates = Coordinates.metric(trials.grid());
        var taken = new ArrayList<double[]>();
        trials.all().forEach(trial -> taken.add(coordinates.of(trial.point())));
        var picks = new Picks(trials, count).fill(() -> {
            var point = taken.size() < centralPoints
                    ? central(trials.grid(), coordinates, random)
                    : farthest(trials.grid(), coordinates, taken, random);
            taken.add(coordinates.of(point));
            return point;
        });
        return picks.points();
    }

    private static Point central(Grid grid, Coordinates coordinates, RandomGenerator random) {
        var points = Stream.generate(() -> grid.random(random)).limit(SAMPLE).toList();
        var middle = new double[coordinates.of(points.getFirst()).length];
        for (var point : points) {
            var vector = coordinates.of(point);
            for (int i = 0; i < middle.length; i++) {
                middle[i] += vector[i] / SAMPLE;
            }
        }
        return points.stream()
                .limit(CENTRAL_CANDIDATES)
                .min(Comparator.comparingDouble(point -> nearest(coordinates.of(point), List.of(middle))))
                .orElseThrow();
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
