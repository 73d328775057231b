package dev.ouroboros.engine.search;

import dev.ouroboros.engine.space.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Moves the best points by one coordinate: to the next value if that is new, else to any value. */
final class LocalSteps implements Strategy {
    private static final int BASES = 5;

    @Override
    public List<Point> choose(Trials trials, int count, RandomGenerator random) {
        var picks = new Picks(trials, count);
        // The best point gets half of what is wanted, the next one half of the rest, and so on.
        for (int i = 0; i < Math.min(BASES, trials.ranked().size()) && !picks.isFull(); i++) {
            var base = trials.ranked().get(i).point();
            int share = i == BASES - 1 ? count : (count - picks.points().size() + 1) / 2;
            var added = addSome(picks, trials.grid().adjacent(base), share, random);
            addSome(picks, trials.grid().neighbours(base), share - added, random);
        }
        return picks.points();
    }

    private static int addSome(Picks picks, List<Point> points, int most, RandomGenerator random) {
        var left = new ArrayList<>(points);
        int added = 0;
        while (added < most && !left.isEmpty()) {
            if (picks.add(left.remove(random.nextInt(left.size())))) {
                added++;
            }
        }
        return added;
    }
}
