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
    private static final Kernel KERNEL = new Kernel(new double[] {1, 1}, 0, 0.01);

    private final Grid grid = grid(List.of(1L, 2L, 4L, 8L), List.of(1L, 2L, 4L, 8L));
    private final Pool pool = new Pool(grid);

    /** Two values: the formulas of algorithm 2.1 with a 2 x 2 matrix, solved by hand. */
    @Test
    void itIsTheTextbooksPosterior() {
        double[] values = {1, 3};
        var posterior = new Posterior(pool, KERNEL, values);
        posterior.add(0, 1);
        posterior.add(15, 3);
        // What lies below the median of 2 is lifted: 1 becomes 1.8, and the mean 2.4.
        double c = KERNEL.of(pool.vector(0), pool.vector(15));
        double a = KERNEL.of(pool.vector(0), pool.vector(6));
        double b = KERNEL.of(pool.vector(15), pool.vector(6));
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
    void theAdditiveShareIsTheMeanOverTheCoordinates() {
        var both = new Kernel(new double[] {1, 1}, 0.6, 0.01);
        double[] a = {0, 0.2};
        double[] b = {0, 0.9};
        double joint = KERNEL.of(a, b);
        assertTrue(joint < 1);
        // The first coordinate is the same, so it counts as 1; the second differs as both together do.
        assertEquals(0.6 * (1 + joint) / 2 + 0.4 * joint, both.of(a, b), 1e-12);
        assertEquals(1, both.of(a, a), 1e-12);
    }

    @Test
    void anEnsembleExpectsWhatItsMembersDoOnAverage() {
        var one = new Posterior(pool, KERNEL, new double[] {1, 3});
        var other = new Posterior(pool, new Kernel(new double[] {3, 0.3}, 0.5, 0.1), new double[] {1, 3});
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
        var posterior = new Posterior(pool, KERNEL, new double[] {1, 3});
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
        var other = new Posterior(pool, KERNEL, new double[] {1, 3});
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
        var posterior = new Posterior(grown, kernelOf(grown), new double[] {1, 3});
        posterior.add(0, 1);
        posterior.add(7, 3);
        var missing = missing(large, grown);
        assertEquals(number, grown.add(missing));
        posterior.grow();
        var again = new Posterior(grown, kernelOf(grown), new double[] {1, 3});
        again.add(0, 1);
        again.add(7, 3);
        assertEquals(again.at(number), posterior.at(number));
    }

    @Test
    void whatTheSearchRemembersChangesNoChoice() {
        var remembering = new GaussianSearch();
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
                    new GaussianSearch().choose(trials, 3, new SplittableRandom(1)),
                    remembering.choose(trials, 3, new SplittableRandom(2)));
        }
        var other = Trials.of(wide, all.subList(10, 25), taken);
        assertEquals(
                new GaussianSearch().choose(other, 3, random),
                remembering.choose(other, 3, random),
                "another history is another memory");
    }

    @Test
    void alignmentIsACoordinateWhereValuesAreNotSortedByIt() {
        assertEquals(1, new Pool(grid(List.of(1L, 2L, 4L), List.of(1L))).vector(0).length);
        var mixed = new Pool(grid(List.of(16L, 24L, 32L, 48L), List.of(1L)));
        assertEquals(2, mixed.vector(0).length);
        assertEquals(mixed.vector(0)[1], mixed.vector(3)[1], "16 and 48 are both divisible by 16");
        assertNotEquals(mixed.vector(0)[1], mixed.vector(1)[1]);
    }

    private static Kernel kernelOf(Pool pool) {
        return Kernel.prior(pool.vector(0).length);
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
