package dev.ouroboros.app.delta;

import dev.ouroboros.app.delta.player.Disguise;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Who plays what in a first-order delta: both versions with the same seeds, and beside them the controls.
 *
 * @param first number of the first seed; another one gives a match of its own
 * @param seeds how many seeds a side plays on each task
 */
public record Match(Version a, Version b, List<HeldOut> tasks, int first, int seeds) {
    /** Fewer seeds say nothing. */
    public static final int FEWEST_SEEDS = 10;

    public Match {
        tasks = List.copyOf(tasks);
        if (seeds < 1 || tasks.isEmpty()) {
            throw new IllegalArgumentException("expected tasks and seeds, but found " + tasks + " and " + seeds);
        }
    }

    Side sideA() {
        return new Side.Frozen(a, Disguise.NONE);
    }

    Side sideB() {
        return new Side.Frozen(b, Disguise.NONE);
    }

    Side placebo() {
        return new Side.Frozen(a, Disguise.SHIFTED);
    }

    Side knownWorse() {
        return new Side.Frozen(a, Disguise.SLOWED);
    }

    /** Returns the seeds that both versions play. */
    IntStream paired() {
        return IntStream.range(first, first + seeds);
    }

    /** Returns the seeds that A plays against itself for the floor, none of which it has played before. */
    IntStream independent() {
        return IntStream.range(first + seeds, first + 2 * seeds);
    }

    /** Returns the plays of A with all its seeds, and nothing else. */
    List<Plays.Order> floorOrders() {
        return IntStream.concat(paired(), independent())
                .boxed()
                .flatMap(seed -> tasks.stream().map(task -> new Plays.Order(sideA(), task, seed)))
                .toList();
    }

    /** Returns all plays, seed by seed, so that what was interrupted is about as far on every task. */
    List<Plays.Order> orders() {
        var orders = new ArrayList<Plays.Order>();
        var sides = List.of(sideA(), sideB(), placebo(), knownWorse(), Side.Yardstick.RANDOM, Side.Yardstick.GREEDY);
        paired().forEach(seed -> tasks.forEach(task -> {
            sides.forEach(side -> orders.add(new Plays.Order(side, task, seed)));
            orders.add(new Plays.Order(sideA(), task, seed + seeds));
        }));
        return orders;
    }
}
