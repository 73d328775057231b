package dev.ouroboros.engine.space;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Depth-first enumeration of the admitted points: axis by axis, leaving a branch at the first constraint that fails, so
 * that a sparse space costs little more than it has points.
 */
final class Enumeration {
    private final List<Axis> axes;
    private final BoundConstraint[][] decidedAt;
    private final int[] indexes;
    private long stepsLeft;
    private long[] ranks = new long[64];
    private int found;

    /**
     * @param decidedAt the constraints that can be decided once an axis is set, by axis
     * @param steps how many values it may try before it gives up
     */
    private Enumeration(List<Axis> axes, BoundConstraint[][] decidedAt, long steps) {
        this.axes = axes;
        this.decidedAt = decidedAt;
        this.indexes = new int[axes.size()];
        this.stepsLeft = steps;
    }

    /**
     * Returns the ranks of all admitted points in ascending order, or null if there are more than {@code most} or it
     * takes more than {@code steps} steps.
     */
    static long @Nullable [] all(List<Axis> axes, BoundConstraint[][] decidedAt, long steps, int most) {
        var enumeration = new Enumeration(axes, decidedAt, steps);
        return enumeration.collect(0, 0, most) ? Arrays.copyOf(enumeration.ranks, enumeration.found) : null;
    }

    /** Returns the first admitted point when the values of each axis are tried in random order, or null. */
    static @Nullable Point first(List<Axis> axes, BoundConstraint[][] decidedAt, long steps, RandomGenerator random) {
        var enumeration = new Enumeration(axes, decidedAt, steps);
        return enumeration.descend(0, random) ? Point.of(enumeration.indexes) : null;
    }

    private boolean collect(int axis, long rank, int most) {
        if (axis == axes.size()) {
            if (found == most) {
                return false;
            }
            if (found == ranks.length) {
                ranks = Arrays.copyOf(ranks, 2 * found);
            }
            ranks[found++] = rank;
            return true;
        }
        int size = axes.get(axis).size();
        for (int index = 0; index < size; index++) {
            if (stepsLeft-- <= 0) {
                return false;
            }
            if (fits(axis, index) && !collect(axis + 1, rank * size + index, most)) {
                return false;
            }
        }
        return true;
    }

    private boolean descend(int axis, RandomGenerator random) {
        if (axis == axes.size()) {
            return true;
        }
        int size = axes.get(axis).size();
        int start = random.nextInt(size);
        for (int i = 0; i < size; i++) {
            if (stepsLeft-- <= 0) {
                return false;
            }
            if (fits(axis, (start + i) % size) && descend(axis + 1, random)) {
                return true;
            }
        }
        return false;
    }

    private boolean fits(int axis, int index) {
        indexes[axis] = index;
        for (var constraint : decidedAt[axis]) {
            if (!constraint.holds(indexes)) {
                return false;
            }
        }
        return true;
    }
}
