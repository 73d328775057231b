package dev.ouroboros.engine.arena;

import dev.ouroboros.engine.space.Constraint;
import dev.ouroboros.engine.space.ExpressionException;
import dev.ouroboros.engine.space.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Finds defaults that meet all constraints where those that are given do not. */
final class NearestSetting {
    private static final int MOST_TRIALS = 1_000_000;

    private final List<Parameter> parameters;
    private final List<Constraint> constraints;
    private final Map<String, Object> setting = new HashMap<>();
    private int trials;

    private NearestSetting(List<Parameter> parameters, List<Constraint> constraints) {
        this.parameters = parameters;
        this.constraints = constraints;
        parameters.forEach(parameter -> setting.put(parameter.name(), parameter.defaultValue()));
    }

    /**
     * Returns the parameters, the values of the nearest admitted setting first: it differs from the defaults in as few
     * parameters as possible, and is the first such setting in the order of parameters and values.
     *
     * @throws IllegalArgumentException if there is none, or none was found in {@value #MOST_TRIALS} trials
     */
    static List<Parameter> first(List<Parameter> parameters, List<Constraint> constraints) {
        var search = new NearestSetting(parameters, constraints);
        for (int changes = 0; changes <= parameters.size(); changes++) {
            if (search.change(0, changes)) {
                return parameters.stream()
                        .map(parameter ->
                                withFirst(parameter, Objects.requireNonNull(search.setting.get(parameter.name()))))
                        .toList();
            }
        }
        throw new IllegalArgumentException("the conditions admit no setting");
    }

    /** Changes so many of the parameters from {@code from} on until the setting is admitted; else leaves it as it was. */
    private boolean change(int from, int changes) {
        if (changes == 0) {
            return admitted();
        }
        for (int i = from; i <= parameters.size() - changes; i++) {
            var parameter = parameters.get(i);
            for (var value : parameter.values().subList(1, parameter.values().size())) {
                setting.put(parameter.name(), value);
                if (change(i + 1, changes - 1)) {
                    return true;
                }
            }
            setting.put(parameter.name(), parameter.defaultValue());
        }
        return false;
    }

    private boolean admitted() {
        if (++trials > MOST_TRIALS) {
            throw new IllegalArgumentException("the defaults violate a condition, and none of " + MOST_TRIALS
                    + " settings near them meets all. Maybe name others.");
        }
        return constraints.stream().allMatch(this::holds);
    }

    private boolean holds(Constraint constraint) {
        for (var name : constraint.condition().names()) {
            if (!setting.containsKey(name)) {
                throw new IllegalArgumentException(
                        constraint.name() + " names " + name + ", which is no parameter; there are "
                                + parameters.stream().map(Parameter::name).toList());
            }
        }
        try {
            return constraint.holds(setting);
        } catch (ExpressionException e) {
            return false;
        }
    }

    private static Parameter withFirst(Parameter parameter, Object value) {
        List<Object> values = new ArrayList<>(parameter.values());
        values.remove(value);
        values.addFirst(value);
        return new Parameter(parameter.name(), values);
    }
}
