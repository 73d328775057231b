package dev.ouroboros.app.delta.body;

import dev.ouroboros.app.delta.player.Opening;
import java.util.Arrays;
import java.util.List;

/** A space as a body sees it: numbers of values, without their names. */
final class Layout {
    private final int[] sizes;
    private final int[][] points;

    private Layout(int[] sizes, int[][] points) {
        this.sizes = sizes;
        this.points = points;
    }

    static Layout of(Opening opening) {
        return new Layout(
                opening.parameters().values().stream().mapToInt(List::size).toArray(),
                opening.points().stream()
                        .map(point -> point.stream().mapToInt(Integer::intValue).toArray())
                        .toArray(int[][]::new));
    }

    /** Returns how many values each parameter has. */
    int[] sizes() {
        return sizes.clone();
    }

    /** Returns for each point the number of its value of each parameter; a copy, for a body may do with it what it likes. */
    int[][] points() {
        return Arrays.stream(points).map(int[]::clone).toArray(int[][]::new);
    }
}
