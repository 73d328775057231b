package dev.ouroboros.app.delta;

import dev.ouroboros.engine.space.Point;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Greedy search: from a random configuration to the first better one that differs in one parameter, and so on; where no
 * neighbour is better, it begins elsewhere.
 */
final class GreedyChooser implements Chooser {
    private final HeldOut task;
    private final SplittableRandom random;
    private final int[] order;
    private final Set<Point> tried = new HashSet<>();
    private final Deque<Point> neighbours = new ArrayDeque<>();
    private int start;
    private double here = Double.NaN;
    private @Nullable Point last;

    GreedyChooser(HeldOut task, SplittableRandom random) {
        this.task = task;
        this.random = random;
        this.order = Shuffle.of(task.recording().size(), random);
    }

    @Override
    public Choice begin() {
        return choice();
    }

    @Override
    public Choice tell(double logGain, double seconds) {
        boolean better = !Double.isNaN(logGain) && (Double.isNaN(here) || logGain > here);
        if (better && last != null) {
            here = logGain;
            neighbours.clear();
            var around = new ArrayList<>(task.recording().grid().neighbours(last));
            for (int index : Shuffle.of(around.size(), random)) {
                neighbours.add(around.get(index));
            }
        }
        return choice();
    }

    private Choice choice() {
        for (var neighbour = neighbours.poll(); neighbour != null; neighbour = neighbours.poll()) {
            if (tried.add(neighbour)) {
                last = neighbour;
                return new Choice(Values.at(task, neighbour), 0);
            }
        }
        here = Double.NaN;
        while (start < order.length) {
            var point = task.recording().grid().point(order[start++]);
            if (tried.add(point)) {
                last = point;
                return new Choice(Values.at(task, point), 0);
            }
        }
        return new Choice(null, 0);
    }
}
