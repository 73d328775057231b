package dev.ouroboros.java.host;

import dev.ouroboros.engine.arena.Board;
import dev.ouroboros.engine.space.Axis;
import dev.ouroboros.engine.space.Point;
import dev.ouroboros.java.worker.Messages.Space;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A recorded space as a candidate sees it: without names and values, its axes in a secret order, each counted from either end,
 * or in any order if its values have none. What was learned by heart of a space is of no use behind it; all that a search can
 * find out by trying is.
 */
final class Veil {
    private final Board board;

    /** By axis that is seen: which one of the grid it is. */
    private final int[] axes;

    /** By axis that is seen, and value that is seen there: which value of the grid it is. */
    private final int[][] values;

    private Veil(Board board, int[] axes, int[][] values) {
        this.board = board;
        this.axes = axes;
        this.values = values;
    }

    /** Draws one. */
    static Veil drawn(Board board, RandomGenerator random) {
        List<Axis> all = board.grid().axes();
        int[] axes = shuffled(all.size(), random);
        int[][] values = Arrays.stream(axes)
                .mapToObj(axis -> drawn(all.get(axis), random))
                .toArray(int[][]::new);
        return new Veil(board, axes, values);
    }

    /** Returns one that hides nothing but names, for a test. */
    static Veil none(Board board) {
        List<Axis> all = board.grid().axes();
        int[][] values = all.stream()
                .map(axis -> IntStream.range(0, axis.size()).toArray())
                .toArray(int[][]::new);
        return new Veil(board, IntStream.range(0, all.size()).toArray(), values);
    }

    private static int[] drawn(Axis axis, RandomGenerator random) {
        if (!axis.ordered()) {
            return shuffled(axis.size(), random);
        }
        boolean reversed = random.nextBoolean();
        return IntStream.range(0, axis.size())
                .map(value -> reversed ? axis.size() - 1 - value : value)
                .toArray();
    }

    private static int[] shuffled(int size, RandomGenerator random) {
        int[] numbers = IntStream.range(0, size).toArray();
        for (int i = size - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = numbers[i];
            numbers[i] = numbers[j];
            numbers[j] = kept;
        }
        return numbers;
    }

    Board board() {
        return board;
    }

    /** Returns what a candidate sees. */
    Space space() {
        var grid = board.grid();
        int[][] seen = new int[axes.length][];
        List<Integer> sizes = new ArrayList<>();
        List<Boolean> ordered = new ArrayList<>();
        for (int i = 0; i < axes.length; i++) {
            seen[i] = inverse(values[i]);
            sizes.add(values[i].length);
            ordered.add(grid.axes().get(axes[i]).ordered());
        }
        List<List<Integer>> points = new ArrayList<>(grid.size());
        for (int number = 0; number < grid.size(); number++) {
            Point point = grid.point(number);
            points.add(IntStream.range(0, axes.length)
                    .mapToObj(i -> seen[i][point.at(axes[i])])
                    .toList());
        }
        return new Space(sizes, ordered, points);
    }

    private static int[] inverse(int[] permutation) {
        int[] inverse = new int[permutation.length];
        for (int i = 0; i < permutation.length; i++) {
            inverse[permutation[i]] = i;
        }
        return inverse;
    }

    /** Returns the point that a candidate means, or null if there is none. */
    @Nullable
    Point meant(List<Integer> indexes) {
        if (indexes.size() != axes.length) {
            return null;
        }
        int[] point = new int[axes.length];
        for (int i = 0; i < axes.length; i++) {
            int index = indexes.get(i);
            if (index < 0 || index >= values[i].length) {
                return null;
            }
            point[axes[i]] = values[i][index];
        }
        var meant = Point.of(point);
        return board.grid().admits(meant) ? meant : null;
    }
}
