package dev.ouroboros.engine.search;

import dev.ouroboros.engine.space.Axis;
import dev.ouroboros.engine.space.Grid;
import dev.ouroboros.engine.space.Point;
import java.util.ArrayList;
import java.util.List;

/** Points as vectors of numbers for a model. Parameters with a single value are left out. */
final class Coordinates {
    /** So far apart are two values without an order, where a unit is a whole range of numbers: 0.7 · √2 is about 1. */
    private static final double APART = 0.7;

    /** Larger powers of two count as this one. */
    private static final int MOST_ALIGNED = 9;

    /** How much alignment counts before any data: as far apart as all its values are. */
    private static final double ALIGNMENT = 0.4;

    private final int[] axes;

    /** By parameter, then value: its coordinates. */
    private final double[][][] values;

    private final int length;

    private Coordinates(int[] axes, double[][][] values) {
        this.axes = axes;
        this.values = values;
        int sum = 0;
        for (var ofAxis : values) {
            sum += ofAxis[0].length;
        }
        this.length = sum;
    }

    /**
     * Returns one coordinate a parameter: positive numbers become logarithms, because products and ratios of parameters
     * (threads of a work group, bytes of a tile) are then sums and differences; all else is the index.
     */
    static Coordinates logarithmic(Grid grid) {
        return of(grid, Coordinates::logarithms);
    }

    /**
     * Returns coordinates from 0 to 1 in which distance means something: numbers stand halfway between equal steps and
     * the logarithmic scale, and values without an order are equally far from each other. Whole numbers that are not
     * sorted by it have a second coordinate, the largest power of two that divides them: what is aligned, or divides a
     * size, is often fast whatever its magnitude.
     */
    static Coordinates metric(Grid grid) {
        return of(grid, axis -> axis.ordered() || axis.size() == 2 ? aligned(axis, even(axis)) : corners(axis));
    }

    private static double[][] aligned(Axis axis, double[][] coordinates) {
        var powers = new double[axis.size()];
        boolean sorted = true;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < powers.length; i++) {
            if (!(axis.values().get(i) instanceof Long value) || value < 0) {
                return coordinates;
            }
            powers[i] = value == 0 ? -1 : Math.min(MOST_ALIGNED, Long.numberOfTrailingZeros(value));
            sorted &= i == 0 || powers[i] >= powers[i - 1];
            low = Math.min(low, powers[i]);
            high = Math.max(high, powers[i]);
        }
        if (sorted) {
            return coordinates;
        }
        var both = new double[powers.length][];
        for (int i = 0; i < both.length; i++) {
            both[i] = new double[] {coordinates[i][0], ALIGNMENT * (powers[i] - low) / (high - low)};
        }
        return both;
    }

    /** Returns how many parameters have more than one value. */
    int parameters() {
        return axes.length;
    }

    /** Returns how many coordinates they have together. */
    int length() {
        return length;
    }

    /** Returns the coordinates of the values of one parameter, value by value. */
    double[][] vectors(int parameter) {
        return values[parameter];
    }

    /** Returns the numbers of the values that a point has, parameter by parameter. */
    int[] indexes(Point point) {
        var indexes = new int[axes.length];
        for (int i = 0; i < axes.length; i++) {
            indexes[i] = point.at(axes[i]);
        }
        return indexes;
    }

    /** Returns the vector of a point. */
    double[] of(Point point) {
        var vector = new double[length];
        int at = 0;
        for (int i = 0; i < axes.length; i++) {
            for (double coordinate : values[i][point.at(axes[i])]) {
                vector[at++] = coordinate;
            }
        }
        return vector;
    }

    private interface Scale {
        double[][] of(Axis axis);
    }

    private static Coordinates of(Grid grid, Scale scale) {
        var axes = new ArrayList<Integer>();
        List<double[][]> values = new ArrayList<>();
        for (int i = 0; i < grid.axes().size(); i++) {
            if (grid.axes().get(i).size() > 1) {
                axes.add(i);
                values.add(scale.of(grid.axes().get(i)));
            }
        }
        return new Coordinates(axes.stream().mapToInt(Integer::intValue).toArray(), values.toArray(double[][][]::new));
    }

    private static double[][] logarithms(Axis axis) {
        var coordinates = new double[axis.size()][];
        boolean positive = axis.ordered() && number(axis, 0) > 0;
        for (int i = 0; i < coordinates.length; i++) {
            coordinates[i] = new double[] {positive ? StrictMath.log(number(axis, i)) : i};
        }
        return coordinates;
    }

    private static double[][] even(Axis axis) {
        var logarithms = logarithms(axis);
        int last = axis.size() - 1;
        double low = logarithms[0][0];
        double high = logarithms[last][0];
        var coordinates = new double[axis.size()][];
        for (int i = 0; i <= last; i++) {
            double logarithm = (logarithms[i][0] - low) / (high - low);
            coordinates[i] = new double[] {0.5 * logarithm + 0.5 * i / last};
        }
        return coordinates;
    }

    private static double[][] corners(Axis axis) {
        var coordinates = new double[axis.size()][axis.size()];
        for (int i = 0; i < coordinates.length; i++) {
            coordinates[i][i] = APART;
        }
        return coordinates;
    }

    private static double number(Axis axis, int index) {
        return ((Number) axis.values().get(index)).doubleValue();
    }
}
