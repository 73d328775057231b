package dev.ouroboros.engine.space;

import java.util.Comparator;
import java.util.List;

/**
 * One parameter as a coordinate of a {@link Grid}.
 *
 * @param part whose parameter it is
 * @param values numbers in ascending order, so that neighbours in the list are neighbours in meaning; all else in the
 *     order of the task
 * @param ordered whether the values are numbers
 * @param defaultIndex where the default is in {@code values}
 */
public record Axis(String part, String name, List<Object> values, boolean ordered, int defaultIndex) {

    static Axis of(String part, Parameter parameter) {
        boolean ordered = parameter.values().stream().allMatch(Number.class::isInstance);
        var values = ordered
                ? parameter.values().stream()
                        .sorted(Comparator.comparing(Number.class::cast, Comparison::compare))
                        .toList()
                : parameter.values();
        return new Axis(part, parameter.name(), values, ordered, values.indexOf(parameter.defaultValue()));
    }

    /** Returns how many values it has. */
    public int size() {
        return values.size();
    }
}
