package dev.ouroboros.engine.space;

import java.util.Arrays;

/** A point of a {@link Grid}: one index into the values of each axis. Immutable. */
public final class Point {
    private final int[] indexes;

    Point(int[] indexes) {
        this.indexes = indexes;
    }

    /** Returns the point at these indexes. */
    public static Point of(int... indexes) {
        return new Point(indexes.clone());
    }

    /** Returns the index on one axis. */
    public int at(int axis) {
        return indexes[axis];
    }

    /** Returns this point with another index on one axis. */
    public Point with(int axis, int index) {
        var moved = indexes.clone();
        moved[axis] = index;
        return new Point(moved);
    }

    /** Returns a copy of the indexes. */
    public int[] indexes() {
        return indexes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Point point && Arrays.equals(indexes, point.indexes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(indexes);
    }

    @Override
    public String toString() {
        return Arrays.toString(indexes);
    }
}
