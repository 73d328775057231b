package dev.ouroboros.engine.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The parameter spaces of all parts of a task as one grid of points, made for a search that asks for thousands of them.
 * Small or sparse grids are enumerated once. Immutable.
 */
public final class Grid {
    private static final int MOST_POINTS = 400_000;
    private static final long MOST_STEPS = 4_000_000;
    private static final int REJECTIONS = 2_000;

    private final List<Axis> axes;
    private final List<BoundConstraint> constraints;
    private final BoundConstraint[][] decidedAt;
    private final long @Nullable [] ranks;

    /** Whether the points are given one by one and not by constraints. */
    private final boolean listed;

    private Grid(List<Axis> axes, List<BoundConstraint> constraints, long @Nullable [] listed) {
        this.axes = axes;
        this.constraints = constraints;
        this.listed = listed != null;
        this.decidedAt = new BoundConstraint[axes.size()][];
        for (int i = 0; i < decidedAt.length; i++) {
            int axis = i;
            decidedAt[i] = constraints.stream()
                    .filter(constraint -> constraint.last() == axis)
                    .toArray(BoundConstraint[]::new);
        }
        if (listed != null) {
            this.ranks = listed;
        } else {
            this.ranks = isRankable(axes) ? Enumeration.all(axes, decidedAt, MOST_STEPS, MOST_POINTS) : null;
        }
    }

    /** Returns the grid of these spaces by part. */
    public static Grid of(SortedMap<String, ParameterSpace> spaces) {
        var axes = new ArrayList<Axis>();
        spaces.forEach((part, space) -> space.parameters().forEach(parameter -> axes.add(Axis.of(part, parameter))));
        var constraints = new ArrayList<BoundConstraint>();
        spaces.forEach((part, space) ->
                space.constraints().forEach(constraint -> constraints.add(BoundConstraint.of(constraint, part, axes))));
        return new Grid(List.copyOf(axes), List.copyOf(constraints), null);
    }

    /**
     * Returns the grid of exactly these settings, where the rule behind them is not known.
     *
     * @param parameters all that the settings have values of
     * @param settings different ones, each with a value for every parameter
     * @throws IllegalArgumentException if a setting lacks a value or has one that its parameter does not
     */
    public static Grid listing(String part, List<Parameter> parameters, Collection<Setting> settings) {
        var axes =
                parameters.stream().map(parameter -> Axis.of(part, parameter)).toList();
        if (!isRankable(axes)) {
            throw new IllegalArgumentException("the values of these parameters have too many combinations: "
                    + parameters.stream().map(Parameter::name).toList());
        }
        var empty = new Grid(axes, List.of(), new long[0]);
        long[] ranks = settings.stream()
                .mapToLong(setting -> {
                    var point = empty.point(Map.of(part, setting));
                    if (point == null) {
                        throw new IllegalArgumentException(
                                "setting " + setting.values() + " has other values than those of its parameters");
                    }
                    return rank(axes, point);
                })
                .sorted()
                .toArray();
        return new Grid(axes, List.of(), ranks);
    }

    /** Returns the coordinates, sorted by part, then in the order of the task. */
    public List<Axis> axes() {
        return axes;
    }

    /** Returns the point of all defaults. */
    public Point defaults() {
        return new Point(axes.stream().mapToInt(Axis::defaultIndex).toArray());
    }

    /** Returns how many points are admitted, or -1 if that is too many to count. */
    public int size() {
        return ranks == null ? -1 : ranks.length;
    }

    /**
     * Returns the admitted point of that number.
     *
     * @param number from 0 to {@link #size()} - 1
     */
    public Point point(int number) {
        if (ranks == null) {
            throw new IllegalStateException("the points of this grid are too many to number");
        }
        long rank = ranks[number];
        var indexes = new int[axes.size()];
        for (int axis = indexes.length - 1; axis >= 0; axis--) {
            int size = axes.get(axis).size();
            indexes[axis] = (int) (rank % size);
            rank /= size;
        }
        return new Point(indexes);
    }

    /** Returns whether every constraint holds at {@code point}. */
    public boolean admits(Point point) {
        if (listed && ranks != null) {
            return Arrays.binarySearch(ranks, rank(axes, point)) >= 0;
        }
        var indexes = point.indexes();
        for (var constraint : constraints) {
            if (!constraint.holds(indexes)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns an admitted point: drawn uniformly where the grid is enumerated or dense, else at least one that any
     * admitted point can be; the defaults if none is found.
     */
    public Point random(RandomGenerator random) {
        if (ranks != null) {
            return point(random.nextInt(ranks.length));
        }
        for (int i = 0; i < REJECTIONS; i++) {
            var indexes = new int[axes.size()];
            for (int axis = 0; axis < indexes.length; axis++) {
                indexes[axis] = random.nextInt(axes.get(axis).size());
            }
            var point = new Point(indexes);
            if (admits(point)) {
                return point;
            }
        }
        var point = Enumeration.first(axes, decidedAt, MOST_STEPS, random);
        return point == null ? defaults() : point;
    }

    /**
     * Returns the admitted points with one coordinate moved to the next lower or higher value; to any other value where
     * the values have no order.
     */
    public List<Point> adjacent(Point point) {
        return moved(point, 1);
    }

    /** Returns the admitted points with one coordinate moved to any other value. */
    public List<Point> neighbours(Point point) {
        return moved(point, Integer.MAX_VALUE);
    }

    private List<Point> moved(Point point, int reach) {
        var moved = new ArrayList<Point>();
        for (int i = 0; i < axes.size(); i++) {
            var axis = axes.get(i);
            int here = point.at(i);
            for (int index = 0; index < axis.size(); index++) {
                if (index != here && (!axis.ordered() || Math.abs(index - here) <= reach)) {
                    var neighbour = point.with(i, index);
                    if (admits(neighbour)) {
                        moved.add(neighbour);
                    }
                }
            }
        }
        return moved;
    }

    /** Returns the point of these settings by part, or null if a parameter is missing or has none of its values. */
    public @Nullable Point point(Map<String, Setting> settings) {
        var indexes = new int[axes.size()];
        for (int i = 0; i < indexes.length; i++) {
            var axis = axes.get(i);
            var setting = settings.get(axis.part());
            var value = setting == null ? null : setting.values().get(axis.name());
            indexes[i] = value == null ? -1 : axis.values().indexOf(value);
            if (indexes[i] < 0) {
                return null;
            }
        }
        return new Point(indexes);
    }

    /** Returns what changes from {@code before} to {@code after}, by part; parts without a change are left out. */
    public SortedMap<String, Setting> changes(Point before, Point after) {
        var changed = new TreeMap<String, Map<String, Object>>();
        for (int i = 0; i < axes.size(); i++) {
            if (before.at(i) != after.at(i)) {
                var axis = axes.get(i);
                changed.computeIfAbsent(axis.part(), _ -> new LinkedHashMap<>())
                        .put(axis.name(), axis.values().get(after.at(i)));
            }
        }
        var settings = new TreeMap<String, Setting>();
        changed.forEach((part, values) -> settings.put(part, Setting.of(values)));
        return settings;
    }

    private static boolean isRankable(List<Axis> axes) {
        return axes.stream().mapToDouble(Axis::size).reduce(1, (a, b) -> a * b) < 0x1p62;
    }

    private static long rank(List<Axis> axes, Point point) {
        long rank = 0;
        for (int axis = 0; axis < axes.size(); axis++) {
            rank = rank * axes.get(axis).size() + point.at(axis);
        }
        return rank;
    }

    @Override
    public String toString() {
        return "Grid of " + (ranks == null ? "many" : ranks.length) + " points, axes "
                + Arrays.toString(axes.stream().map(Axis::name).toArray());
    }
}
