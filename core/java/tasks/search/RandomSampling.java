package dev.ouroboros.engine.search;

import dev.ouroboros.engine.space.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Draws uniformly. In a grid that is nearly exhausted it finds what is left. */
final class RandomSampling implements Strategy {

    @Override
    public List<Point> choose(Trials trials, int count, RandomGenerator random) {
        var grid = trials.grid();
        var picks = new Picks(trials, count).fill(() -> grid.random(random));
        if (!picks.isFull() && grid.size() >= 0) {
            addRest(trials, picks, random);
        }
        return picks.points();
    }

    private static void addRest(Trials trials, Picks picks, RandomGenerator random) {
        var rest = new ArrayList<Point>();
        for (int i = 0; i < trials.grid().size(); i++) {
            var point = trials.grid().point(i);
            if (trials.isNew(point)) {
                rest.add(point);
            }
        }
        while (!rest.isEmpty() && !picks.isFull()) {
            picks.add(rest.remove(random.nextInt(rest.size())));
        }
    }
}
