package dev.ouroboros.engine.search;

import dev.ouroboros.engine.space.Point;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Mixes the coordinates of two good points and changes one now and then (uniform crossover, Syswerda 1989). */
final class Crossover implements Strategy {
    private static final int PARENTS = 16;
    private static final int ATTEMPTS = 20;

    @Override
    public List<Point> choose(Trials trials, int count, RandomGenerator random) {
        int parents = Math.min(PARENTS, trials.ranked().size());
        if (parents < 2) {
            return List.of();
        }
        return new Picks(trials, count)
                .fill(() -> child(trials, parents, random))
                .points();
    }

    private static @Nullable Point child(Trials trials, int parents, RandomGenerator random) {
        var mother = parent(trials, parents, random);
        var father = parent(trials, parents, random);
        var axes = trials.grid().axes();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var indexes = mother.indexes();
            for (int axis = 0; axis < indexes.length; axis++) {
                if (random.nextBoolean()) {
                    indexes[axis] = father.at(axis);
                }
                if (random.nextInt(indexes.length) == 0) {
                    indexes[axis] = random.nextInt(axes.get(axis).size());
                }
            }
            var child = Point.of(indexes);
            if (trials.isNew(child) && trials.grid().admits(child)) {
                return child;
            }
        }
        return null;
    }

    /** The better of two drawn ones, so that good parents have more children. */
    private static Point parent(Trials trials, int parents, RandomGenerator random) {
        int one = random.nextInt(parents);
        int other = random.nextInt(parents);
        return trials.ranked().get(Math.min(one, other)).point();
    }
}
