package dev.ouroboros.engine.search;

import dev.ouroboros.engine.space.Grid;
import dev.ouroboros.engine.space.Point;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Many random trees: their mean predicts, and how far they scatter says how sure that is. Good at cliffs and at
 * parameters that matter only together with others.
 */
final class Forest implements Model {
    private final Coordinates coordinates;
    private final Tree[] trees;

    private Forest(Coordinates coordinates, Tree[] trees) {
        this.coordinates = coordinates;
        this.trees = trees;
    }

    /** Grows forests of so many trees, each tree on a random four fifths of the trials. */
    record Learner(int trees) implements Model.Learner {

        @Override
        public Model learn(Grid grid, List<Point> points, double[] values, RandomGenerator random) {
            var coordinates = Coordinates.logarithmic(grid);
            var x = points.stream().map(coordinates::of).toArray(double[][]::new);
            var rows = new int[x.length];
            Arrays.setAll(rows, i -> i);
            int used = Math.max(1, (4 * rows.length + 4) / 5);
            var grown = new Tree[trees];
            for (int i = 0; i < trees; i++) {
                shuffle(rows, random);
                grown[i] = Tree.grow(x, values, Arrays.copyOf(rows, used), random);
            }
            return new Forest(coordinates, grown);
        }
    }

    @Override
    public Prediction predict(Point point) {
        var vector = coordinates.of(point);
        double sum = 0;
        double squares = 0;
        for (var tree : trees) {
            double value = tree.predict(vector);
            sum += value;
            squares += value * value;
        }
        double mean = sum / trees.length;
        return new Prediction(mean, StrictMath.sqrt(Math.max(0, squares / trees.length - mean * mean)));
    }

    private static void shuffle(int[] rows, RandomGenerator random) {
        for (int i = rows.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int row = rows[i];
            rows[i] = rows[j];
            rows[j] = row;
        }
    }
}
