package dev.ouroboros.engine.pareto;

import dev.ouroboros.engine.evaluation.Direction;
import java.util.Arrays;
import java.util.List;

/**
 * The candidates that no other one dominates. One dominates another if it is at least as good by every objective and
 * better by one (V. Pareto, Manuale di economia politica, 1906); of equals, none does, and all are members.
 *
 * @param goals which way each objective gets better
 * @param members in the order they were given
 */
public record ParetoFront(List<Direction> goals, List<Point> members) {
    public ParetoFront {
        goals = List.copyOf(goals);
        members = List.copyOf(members);
    }

    /**
     * Returns the front of these points.
     *
     * @throws IllegalArgumentException if one has not as many values as there are goals
     */
    public static ParetoFront of(List<Direction> goals, List<Point> points) {
        for (Point point : points) {
            requireSize(goals, point.candidate(), point.values());
        }
        return new ParetoFront(
                goals,
                points.stream()
                        .filter(point -> points.stream().noneMatch(other -> dominates(goals, other, point)))
                        .toList());
    }

    /** Returns whether {@code one} is at least as good as {@code other} by all goals and better by one. */
    public static boolean dominates(List<Direction> goals, Point one, Point other) {
        double[] ahead = ahead(goals, one.values(), other.values());
        return Arrays.stream(ahead).noneMatch(difference -> difference < 0)
                && Arrays.stream(ahead).anyMatch(difference -> difference > 0);
    }

    /**
     * Returns the volume of what the front dominates and is better than {@code reference} by every goal.
     *
     * @param reference one value for each goal
     * @see Hypervolume
     */
    public double hypervolume(List<Double> reference) {
        requireSize(goals, "reference", reference);
        return Hypervolume.of(members.stream()
                .map(point -> ahead(goals, point.values(), reference))
                .toList());
    }

    private static double[] ahead(List<Direction> goals, List<Double> values, List<Double> reference) {
        var ahead = new double[goals.size()];
        for (int i = 0; i < ahead.length; i++) {
            double difference = values.get(i) - reference.get(i);
            ahead[i] = goals.get(i) == Direction.MAXIMIZE ? difference : -difference;
        }
        return ahead;
    }

    private static void requireSize(List<Direction> goals, String name, List<Double> values) {
        if (values.size() != goals.size()) {
            throw new IllegalArgumentException("expected " + goals.size() + " values of " + name + ", found " + values);
        }
    }
}
