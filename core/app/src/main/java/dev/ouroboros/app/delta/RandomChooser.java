package dev.ouroboros.app.delta;

import java.util.SplittableRandom;

/** Random search: draws without replacement. */
final class RandomChooser implements Chooser {
    private final HeldOut task;
    private final int[] order;
    private int next;

    RandomChooser(HeldOut task, SplittableRandom random) {
        this.task = task;
        this.order = Shuffle.of(task.recording().size(), random);
    }

    @Override
    public Choice begin() {
        return choice();
    }

    @Override
    public Choice tell(double logGain, double seconds) {
        return choice();
    }

    private Choice choice() {
        return next == order.length
                ? new Choice(null, 0)
                : new Choice(Values.at(task, task.recording().grid().point(order[next++])), 0);
    }
}
