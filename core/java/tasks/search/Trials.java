package dev.ouroboros.engine.search;

import dev.ouroboros.engine.space.Grid;
import dev.ouroboros.engine.space.Point;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All that a strategy may know: the grid, and what was tried on it.
 *
 * @param all in the order in which they were tried
 * @param ranked those that passed, the best first
 * @param taken points that need no trial any more; only ever asked whether it contains one
 */
record Trials(Grid grid, List<Trial> all, List<Trial> ranked, Set<Point> taken) {

    static Trials of(Grid grid, List<Trial> all, Set<Point> taken) {
        var ranked = all.stream()
                .filter(Trial::passed)
                .sorted(Comparator.comparingDouble(Trial::logGain).reversed())
                .toList();
        return new Trials(grid, List.copyOf(all), ranked, new HashSet<>(taken));
    }

    /** Returns the same trials with these points taken as well. */
    Trials without(Collection<Point> points) {
        var more = new HashSet<>(taken);
        more.addAll(points);
        return new Trials(grid, all, ranked, more);
    }

    /** Returns whether {@code point} still needs a trial. */
    boolean isNew(Point point) {
        return !taken.contains(point);
    }
}
