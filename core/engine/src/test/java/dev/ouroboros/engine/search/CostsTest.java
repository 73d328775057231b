package dev.ouroboros.engine.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.space.Grid;
import dev.ouroboros.engine.space.Parameter;
import dev.ouroboros.engine.space.ParameterSpace;
import dev.ouroboros.engine.space.Point;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** What trials take, and what the search makes of it. */
class CostsTest {
    private static final List<Object> VALUES = List.of(1L, 2L, 4L, 8L, 16L, 32L);

    private final Grid grid = Grid.of(new TreeMap<>(Map.of(
            "kernel",
            new ParameterSpace(List.of(new Parameter("a", VALUES), new Parameter("slow", VALUES)), List.of()))));

    @Test
    void whatTakesLongIsLearnedFromFewTrials() {
        var pool = new Pool(grid);
        var costs = new Costs(Hyperparameters.DEFAULT, pool);
        assertEquals(0, costs.logarithm(0), "as long as nothing is known");
        for (var trial : trials(10, point -> Math.exp(point.at(1)))) {
            costs.learn(trial);
        }
        double cheap = Math.exp(costs.logarithm(pool.add(Point.of(3, 0))));
        double dear = Math.exp(costs.logarithm(pool.add(Point.of(3, 5))));
        assertTrue(cheap < 3, "takes 1, but is expected to take " + cheap);
        assertTrue(dear > 50, "takes 148, but is expected to take " + dear);
    }

    @Test
    void whatIsAsGoodAndCheaperIsTriedFirst() {
        double aware = spent(Hyperparameters.DEFAULT);
        double blind = spent(new Hyperparameters(1, 0.5, 0.02, 0.8, 0.3, 4, 0.2, 0));
        assertTrue(aware < 0.7 * blind, aware + " seconds, and without regard to the time " + blind);
    }

    @Test
    void withoutTimesOnlyGainsCount() {
        var known = trials(12, _ -> 2);
        var unknown = trials(12, _ -> Double.NaN);
        assertEquals(
                choice(Hyperparameters.DEFAULT, known),
                choice(Hyperparameters.DEFAULT, unknown),
                "all that take the same are as if nobody knew");
    }

    /** Returns what 12 choices take where only {@code a} changes what is gained, and only {@code slow} what it takes. */
    private double spent(Hyperparameters hyperparameters) {
        double spent = 0;
        var trials = trials(8, point -> Math.exp(point.at(1)));
        for (int i = 0; i < 12; i++) {
            var point = choice(hyperparameters, trials).getFirst();
            spent += Math.exp(point.at(1));
            trials.add(new Trial(point, gain(point), Math.exp(point.at(1))));
        }
        return spent;
    }

    private List<Point> choice(Hyperparameters hyperparameters, List<Trial> trials) {
        var taken = new HashSet<Point>();
        trials.forEach(trial -> taken.add(trial.point()));
        return new GaussianSearch(hyperparameters).choose(Trials.of(grid, trials, taken), 1, new SplittableRandom(1));
    }

    private List<Trial> trials(int count, ToDoubleFunction<Point> seconds) {
        var trials = new ArrayList<Trial>();
        var random = new SplittableRandom(3);
        for (int i = 0; i < count; i++) {
            var point = grid.random(random);
            trials.add(new Trial(point, gain(point), seconds.applyAsDouble(point)));
        }
        return trials;
    }

    private static double gain(Point point) {
        return 1 - 0.2 * Math.abs(point.at(0) - 3);
    }
}
