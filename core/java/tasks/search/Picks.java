package dev.ouroboros.engine.search;

import dev.ouroboros.engine.space.Point;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects different new points until there are enough, or too many draws in a row gave none. */
final class Picks {
    private static final int PATIENCE = 50;

    private final Trials trials;
    private final int count;
    private final LinkedHashSet<Point> points = new LinkedHashSet<>();

    Picks(Trials trials, int count) {
        this.trials = trials;
        this.count = count;
    }

    /** Draws until full or out of patience; a draw is an admitted point, or null if it went wrong. */
    Picks fill(Supplier<@Nullable Point> draw) {
        int misses = 0;
        while (!isFull() && misses < PATIENCE) {
            var point = draw.get();
            misses = point != null && add(point) ? 0 : misses + 1;
        }
        return this;
    }

    /** Adds a point unless it is known; returns whether it did. */
    boolean add(Point point) {
        return !isFull() && trials.isNew(point) && points.add(point);
    }

    boolean isFull() {
        return points.size() >= count;
    }

    List<Point> points() {
        return List.copyOf(points);
    }
}
