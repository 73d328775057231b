package dev.ouroboros.engine.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.space.Grid;
import dev.ouroboros.engine.space.Parameter;
import dev.ouroboros.engine.space.ParameterSpace;
import dev.ouroboros.engine.space.Point;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a Gaussian process makes of trials. */
class PosteriorTest {
    /** What lies below the median of 2 is lifted: 1 becomes 1.8, and the mean 2.4. */
    private static final Centre CENTRE = Centre.of(new double[] {1, 3}, 0.2);

    private final Grid grid = grid(List.of(1L, 2L, 4L, 8L), List.of(1L, 2L, 4L, 8L));
    private final Pool pool = new Pool(grid);
    private final Kernel kernel = kernel(1, 1, 0, 0.01);

    /** Two values: the formulas of algorithm 2.1 with a 2 x 2 matrix, solved by hand. */
    @Test
    void itIsTheTextbooksPosterior() {
        var posterior = new Posterior(pool, kernel, CENTRE);
        posterior.add(0, 1);
        posterior.add(15, 3);
        double c = kernel.of(pool.indexes(0), pool.indexes(15));
        double a = kernel.of(pool.indexes(0), pool.indexes(6));
        double b = kernel.of(pool.indexes(15), pool.indexes(6));
        double d = 1.01;
        double determinant = d * d - c * c;
        double expected = (a * (d * -0.6 - c * 0.6) + b * (d * 0.6 - c * -0.6)) / determinant;
        assertEquals(expected, posterior.at(6).mean(), 1e-6);
        double known = (a * (d * a - c * b) + b * (d * b - c * a)) / determinant;
        double squares = (-0.6 * (d * -0.6 - c * 0.6) + 0.6 * (d * 0.6 - c * -0.6)) / determinant;
        // Before any value a variance of 1 is believed in, as if it were one more value.
        double signal = (1 + squares) / (1 + 2);
        assertEquals(Math.sqrt((1 - known) * signal), posterior.at(6).deviation(), 1e-6);
    }

    @Test
    void theAdditiveShareIsTheMeanOverTheParameters() {
        var both = kernel(1, 1, 0.6, 0.01);
        int[] a = {2, 0};
        int[] b = {2, 3};
        double joint = kernel.of(a, b);
        assertTrue(joint < 1);
        // The first parameter is the same, so it counts as 1; the second differs as both together do.
        assertEquals(0.6 * (1 + joint) / 2 + 0.4 * joint, both.of(a, b), 1e-12);
        assertEquals(1, both.of(a, a), 1e-12);
    }

    @Test
    void correlationIsTheFormulas() {
        for (double r : new double[] {0, 0.3, 1, 2.7, 9, 40}) {
            double exact = (1 + r + r * r / 3) * Math.exp(-r);
            assertEquals(exact, Matern.of(r * r / 5), 1e-5);
        }
    }

    @Test
    void improvementIsTheFormulas() {
        double normal = Math.exp(-0.5) / Math.sqrt(2 * Math.PI);
        assertEquals(2 * (normal + 0.841345), new Prediction(3, 2).expectedImprovement(1), 1e-3);
        assertEquals(2 * (normal - 0.158655), new Prediction(1, 2).expectedImprovement(3), 1e-3);
        assertEquals(99, new Prediction(100, 1).expectedImprovement(1), 1e-9);
        double far = new Prediction(-10, 1).expectedImprovement(0);
        assertTrue(0 < new Prediction(-20, 1).expectedImprovement(0), "nothing is impossible");
        assertTrue(new Prediction(-20, 1).expectedImprovement(0) < far);
    }

    @Test
    void anEnsembleExpectsWhatItsMembersDoOnAverage() {
        var one = new Posterior(pool, kernel, CENTRE);
        var other = new Posterior(pool, kernel(3, 0.3, 0.5, 0.1), CENTRE);
        var ensemble = new Ensemble(List.of(one, other));
        ensemble.add(0, 1);
        ensemble.add(15, 3);
        ensemble.improveOn(new int[] {0, 15});
        assertEquals(one.at(15).mean(), one.best());
        assertNotEquals(one.best(), other.best(), "each improves on the best as it sees it");
        double expected =
                (one.at(6).expectedImprovement(one.best()) + other.at(6).expectedImprovement(other.best())) / 2;
        assertEquals(expected, ensemble.expectedImprovement(6), 1e-12);
        ensemble.assume(6);
        assertTrue(ensemble.expectedImprovement(6) < expected);
        ensemble.forget();
        assertEquals(expected, ensemble.expectedImprovement(6), 1e-12);
    }

    @Test
    void whatWasAssumedIsForgotten() {
        var posterior = new Posterior(pool, kernel, CENTRE);
        posterior.add(0, 1);
        posterior.add(15, 3);
        var before = posterior.at(6);
        posterior.assume(6);
        posterior.assume(9);
        assertEquals(before.mean(), posterior.at(6).mean());
        assertTrue(posterior.at(6).deviation() < 0.2 * before.deviation());
        posterior.forget();
        assertEquals(before, posterior.at(6));
        posterior.add(5, 2);
        var other = new Posterior(pool, kernel, CENTRE);
        other.add(0, 1);
        other.add(15, 3);
        other.add(5, 2);
        assertEquals(other.at(6), posterior.at(6), "nothing that was assumed is left");
    }

    @Test
    void aPointThatComesLaterIsPredictedAsIfItHadBeenThere() {
        var large = grid(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L), hundreds());
        var grown = new Pool(large);
        int number = grown.size();
        var posterior = new Posterior(grown, kernelOf(grown), CENTRE);
        posterior.add(0, 1);
        posterior.add(7, 3);
        var missing = missing(large, grown);
        assertEquals(number, grown.add(missing));
        posterior.grow();
        var again = new Posterior(grown, kernelOf(grown), CENTRE);
        again.add(0, 1);
        again.add(7, 3);
        assertEquals(again.at(number), posterior.at(number));
    }

    @Test
    void whatTheSearchRemembersChangesNoChoice() {
        var remembering = new GaussianSearch(Hyperparameters.DEFAULT);
        var all = new ArrayList<Trial>();
        var taken = new HashSet<Point>();
        var random = new SplittableRandom(5);
        var wide = grid(hundreds(), List.of(1L, 2L, 3L, 4L));
        for (int i = 0; i < 30; i++) {
            var point = wide.random(random);
            taken.add(point);
            all.add(new Trial(point, i % 7 == 3 ? Double.NaN : -Math.abs(point.at(0) - 60) - point.at(1)));
            var trials = Trials.of(wide, all, taken);
            assertEquals(
                    new GaussianSearch(Hyperparameters.DEFAULT).choose(trials, 3, new SplittableRandom(1)),
                    remembering.choose(trials, 3, new SplittableRandom(2)));
        }
        var other = Trials.of(wide, all.subList(10, 25), taken);
        assertEquals(
                new GaussianSearch(Hyperparameters.DEFAULT).choose(other, 3, random),
                remembering.choose(other, 3, random),
                "another history is another memory");
    }

    @Test
    void alignmentIsACoordinateWhereValuesAreNotSortedByIt() {
        assertEquals(
                1, Coordinates.metric(grid(List.of(1L, 2L, 4L), List.of(1L))).length());
        var mixed = Coordinates.metric(grid(List.of(16L, 24L, 32L, 48L), List.of(1L)));
        assertEquals(2, mixed.length());
        var vectors = mixed.vectors(0);
        assertEquals(vectors[0][1], vectors[3][1], "16 and 48 are both divisible by 16");
        assertNotEquals(vectors[0][1], vectors[1][1]);
    }

    private static Kernel kernelOf(Pool pool) {
        return KernelFit.prior(Hyperparameters.DEFAULT, pool.coordinates());
    }

    private Kernel kernel(double first, double second, double additive, double noise) {
        return new Kernel(pool.coordinates(), new Kernel.Shape(List.of(first, second), additive, noise));
    }

    private static Point missing(Grid grid, Pool pool) {
        var there = new HashSet<Point>();
        for (int i = 0; i < pool.size(); i++) {
            there.add(pool.point(i));
        }
        for (int i = 0; i < 10; i++) {
            for (int j = 0; j < 100; j++) {
                for (int k = 0; k < 100; k++) {
                    var point = Point.of(i, j, k);
                    if (!there.contains(point)) {
                        return point;
                    }
                }
            }
        }
        throw new AssertionError("a grid of " + grid.size() + " points is in the pool as a whole");
    }

    private static List<Long> hundreds() {
        return LongStream.rangeClosed(1, 100).boxed().toList();
    }

    private static Grid grid(List<Long> first, List<Long> second) {
        var parameters = new ArrayList<Parameter>();
        parameters.add(new Parameter("a", List.copyOf(first)));
        parameters.add(new Parameter("b", List.copyOf(second)));
        if (second.size() == 100 && first.size() == 10) {
            parameters.add(new Parameter("c", List.copyOf(hundreds())));
        }
        var spaces = new TreeMap<String, ParameterSpace>();
        spaces.put("kernel", new ParameterSpace(parameters, List.of()));
        return Grid.of(spaces);
    }
}
