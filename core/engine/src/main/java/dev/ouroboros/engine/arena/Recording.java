package dev.ouroboros.engine.arena;

import dev.ouroboros.engine.space.Grid;
import dev.ouroboros.engine.space.Point;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A space whose every configuration was measured, played as a device that answers from the recording. Thread-safe.
 */
public final class Recording {
    private final String name;
    private final Grid grid;
    private final Map<Point, Entry> entries;

    /** @param entries one for each point of the grid */
    Recording(String name, Grid grid, Map<Point, Entry> entries) {
        this.name = name;
        this.grid = grid;
        this.entries = new HashMap<>(entries);
        if (entries.size() != grid.size()) {
            throw new IllegalArgumentException(
                    "a recording of " + entries.size() + " configurations for a grid of " + grid.size());
        }
        if (entries.values().stream().noneMatch(Entry::valid)) {
            throw new IllegalArgumentException("no configuration of " + name + " is valid");
        }
    }

    /**
     * What trying one configuration gave.
     *
     * @param value mean time of all its runs, in the recording's unit; lower is better; NaN if it failed
     * @param cost seconds that trying it took: compilation, framework and all runs, or what it cost until it failed
     */
    public record Entry(double value, double cost) {
        /** Returns whether it was compiled, ran, and was correct. */
        public boolean valid() {
            return !Double.isNaN(value);
        }
    }

    /** Returns the name, which stands for nothing but itself. */
    public String name() {
        return name;
    }

    /** Returns the points there are. */
    public Grid grid() {
        return grid;
    }

    /** Tries a point of the grid. */
    public Entry at(Point point) {
        var entry = entries.get(point);
        if (entry == null) {
            throw new IllegalArgumentException(name + " has no recording of " + point);
        }
        return entry;
    }

    /** Returns the number of configurations, failing ones included. */
    public int size() {
        return entries.size();
    }

    /** Returns the values of the valid configurations, the best first. */
    List<Double> values() {
        return entries.values().stream()
                .filter(Entry::valid)
                .map(Entry::value)
                .sorted()
                .toList();
    }

    /** Returns the seconds that a configuration costs on average. */
    double meanCost() {
        return entries.values().stream().mapToDouble(Entry::cost).sum() / entries.size();
    }
}
