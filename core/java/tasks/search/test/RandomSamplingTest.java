package dev.ouroboros.engine.search;

import dev.ouroboros.engine.space.Grid;
import dev.ouroboros.engine.space.Parameter;
import dev.ouroboros.engine.space.Point;
import dev.ouroboros.engine.space.Setting;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** What a strategy promises, whatever it chooses. Fails by throwing. */
final class RandomSamplingTest {
    private static final int ROUNDS = 20;

    private RandomSamplingTest() {}

    public static void main(String[] arguments) {
        Grid grid = grid();
        for (int count = 1; count <= 4; count++) {
            for (long seed = 0; seed < ROUNDS; seed++) {
                List<Point> order = all(grid, count, seed);
                expect(grid.size(), order.size());
                expect(grid.size(), new HashSet<>(order).size());
                expect(order, all(grid, count, seed));
            }
        }
    }

    /** Tries everything, a third of it in vain. */
    private static List<Point> all(Grid grid, int count, long seed) {
        var random = new SplittableRandom(seed);
        List<Trial> trials = new ArrayList<>();
        Set<Point> taken = new HashSet<>();
        List<Point> order = new ArrayList<>();
        List<Point> chosen;
        do {
            chosen = new RandomSampling().choose(Trials.of(grid, trials, taken), count, random);
            if (chosen.size() > count) {
                throw new AssertionError(chosen.size() + " of " + count);
            }
            for (Point point : chosen) {
                if (!grid.admits(point) || !taken.add(point)) {
                    throw new AssertionError(point + " is not admitted, or not new");
                }
                order.add(point);
                boolean failed = (point.at(0) + point.at(1)) % 3 == 0;
                trials.add(new Trial(point, failed ? Double.NaN : point.at(0) - point.at(1), 1));
            }
        } while (!chosen.isEmpty());
        return order;
    }

    /** Two axes, a corner of them missing. */
    private static Grid grid() {
        List<Object> numbers = List.of(1L, 2L, 4L, 8L);
        List<Setting> settings = new ArrayList<>();
        for (Object x : numbers) {
            for (Object y : numbers) {
                if ((Long) x * (Long) y < 32) {
                    settings.add(Setting.of(Map.of("x", x, "y", y)));
                }
            }
        }
        return Grid.listing("part", List.of(new Parameter("x", numbers), new Parameter("y", numbers)), settings);
    }

    private static void expect(Object value, Object found) {
        if (!value.equals(found)) {
            throw new AssertionError("expected " + value + ", found " + found);
        }
    }
}
