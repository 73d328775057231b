package dev.ouroboros.engine.search;

import dev.ouroboros.engine.space.Grid;
import dev.ouroboros.engine.space.Parameter;
import dev.ouroboros.engine.space.Point;
import dev.ouroboros.engine.space.Setting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.LongFunction;
import java.util.random.RandomGenerator;

/** Lets the search be played on a space of which nothing is known but which points there are. */
final class Table {
    private final Grid grid;

    private Table(Grid grid) {
        this.grid = grid;
    }

    /**
     * Opens a space.
     *
     * @param sizes how many values each axis has
     * @param ordered whether neighbours in number are neighbours in meaning there
     * @param points those there are, each the number of its value on each axis
     * @return of a seed a play, which is told the log-gain of its last choice (NaN if that failed) and the seconds that it took,
     *     and returns the next one, or nothing if all were tried
     */
    static LongFunction<BiFunction<Double, Double, int[]>> open(int[] sizes, boolean[] ordered, int[][] points) {
        List<Parameter> parameters = new ArrayList<>();
        for (int axis = 0; axis < sizes.length; axis++) {
            List<Object> values = new ArrayList<>();
            for (int index = 0; index < sizes[axis]; index++) {
                values.add(value(index, ordered[axis]));
            }
            parameters.add(new Parameter("p" + axis, values));
        }
        List<Setting> settings = new ArrayList<>();
        for (int[] point : points) {
            Map<String, Object> values = new HashMap<>();
            for (int axis = 0; axis < point.length; axis++) {
                values.put("p" + axis, value(point[axis], ordered[axis]));
            }
            settings.add(Setting.of(values));
        }
        var table = new Table(Grid.listing("part", parameters, settings));
        return seed -> table.new Play(new SplittableRandom(seed))::next;
    }

    /** Numbers have an order, words have none. */
    private static Object value(int index, boolean ordered) {
        return ordered ? (Object) (long) index : "v" + index;
    }

    private final class Play {
        private final RandomGenerator random;
        private final List<Trial> all = new ArrayList<>();
        private final List<Trial> ranked = new ArrayList<>();
        private final Set<Point> taken = new HashSet<>();
        private final Trials trials;
        private Point last;

        Play(RandomGenerator random) {
            this.random = random;
            // Read-only, and always up to date: to copy it for each choice would take most of the time.
            this.trials = new Trials(
                    grid,
                    Collections.unmodifiableList(all),
                    Collections.unmodifiableList(ranked),
                    Collections.unmodifiableSet(taken));
        }

        int[] next(double logGain, double seconds) {
            if (last != null) {
                add(new Trial(last, logGain, seconds));
            }
            List<Point> chosen = new RandomSampling().choose(trials, 1, random);
            if (chosen.size() > 1) {
                throw new IllegalStateException("asked for one point, got " + chosen.size());
            }
            last = chosen.isEmpty() ? null : chosen.getFirst();
            return last == null ? new int[0] : last.indexes();
        }

        /** Behind those that are as good, as {@link Trials#of} ranks. */
        private void add(Trial trial) {
            all.add(trial);
            taken.add(trial.point());
            if (trial.passed()) {
                int low = 0;
                int high = ranked.size();
                while (low < high) {
                    int middle = (low + high) >>> 1;
                    if (Double.compare(ranked.get(middle).logGain(), trial.logGain()) >= 0) {
                        low = middle + 1;
                    } else {
                        high = middle;
                    }
                }
                ranked.add(low, trial);
            }
        }
    }
}
