package dev.ouroboros.app.delta;

import dev.ouroboros.app.delta.player.Disguise;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Who makes what in a second-order delta: both versions edit the same body with the same seeds, and beside them the controls.
 *
 * @param practice files of the recordings that bodies are measured on while they are edited
 * @param tasks what the bodies are compared on in the end, of which nobody learns anything before
 * @param first number of the first seed; another one gives a match of its own
 * @param seeds how many bodies a version makes
 * @param plays how often each body is played on each task
 */
public record MakingMatch(
        Version a,
        Version b,
        BodyTask body,
        Effort effort,
        List<Path> practice,
        List<HeldOut> tasks,
        int first,
        int seeds,
        int plays) {
    public MakingMatch {
        practice = List.copyOf(practice);
        tasks = List.copyOf(tasks);
        if (practice.isEmpty() || tasks.isEmpty() || seeds < 1 || plays < 1) {
            throw new IllegalArgumentException("expected recordings and seeds, but found " + practice + ", " + tasks
                    + ", " + seeds + " and " + plays);
        }
    }

    /** Returns all that is to be made, seed by seed. */
    List<Makings.Order> makings() {
        var orders = new ArrayList<Makings.Order>();
        paired().forEach(seed -> {
            orders.add(new Makings.Order(a, Disguise.NONE, seed));
            orders.add(new Makings.Order(b, Disguise.NONE, seed));
            orders.add(new Makings.Order(a, Disguise.SHIFTED, seed));
            orders.add(new Makings.Order(a, Disguise.NONE, seed + seeds));
        });
        return orders.stream().distinct().toList();
    }

    /** Returns the seeds that both versions edit with. */
    IntStream paired() {
        return IntStream.range(first, first + seeds);
    }

    /** Returns the seeds that a body of that seed is played with. */
    IntStream plays(int seed) {
        return IntStream.range(seed * plays, (seed + 1) * plays);
    }
}
