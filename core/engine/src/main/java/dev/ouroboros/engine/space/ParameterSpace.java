package dev.ouroboros.engine.space;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings that some parameters may take together. {@link Grid} is the same made for a search.
 *
 * @param constraints over these parameters only; a setting for which one has no value (a division by zero) is not
 *     admitted
 */
public record ParameterSpace(List<Parameter> parameters, List<Constraint> constraints) {
    /** A space without parameters: its one setting is empty. */
    public static final ParameterSpace NONE = new ParameterSpace(List.of(), List.of());

    /** @throws IllegalArgumentException if a constraint names an unknown parameter, or the defaults violate one */
    public ParameterSpace {
        parameters = List.copyOf(parameters);
        constraints = List.copyOf(constraints);
        var names = new HashSet<String>();
        for (var parameter : parameters) {
            if (!names.add(parameter.name())) {
                throw new IllegalArgumentException("two parameters are named " + parameter.name());
            }
        }
        var values = new LinkedHashMap<String, Object>();
        parameters.forEach(parameter -> values.put(parameter.name(), parameter.defaultValue()));
        for (var constraint : constraints) {
            for (var name : constraint.condition().names()) {
                if (!names.contains(name)) {
                    throw new IllegalArgumentException("constraint " + constraint.name() + " names " + name
                            + ", which is no parameter; there are " + values.keySet());
                }
            }
            if (!constraint.holds(values)) {
                throw new IllegalArgumentException("the default setting " + values + " violates constraint "
                        + constraint.name() + ": " + constraint.condition());
            }
        }
    }

    /** Returns the setting of all defaults. */
    public Setting defaults() {
        var values = new LinkedHashMap<String, Object>();
        parameters.forEach(parameter -> values.put(parameter.name(), parameter.defaultValue()));
        return Setting.of(values);
    }

    /** Returns whether every parameter has one of its values and every constraint holds. */
    public boolean admits(Setting setting) {
        return complaint(setting) == null;
    }

    /** Returns why {@code setting} is not admitted, in one sentence, or null if it is. */
    public @Nullable String complaint(Setting setting) {
        var values = setting.values();
        for (var parameter : parameters) {
            var value = values.get(parameter.name());
            if (value == null) {
                return "parameter " + parameter.name() + " has no value; expected one of " + parameter.values();
            }
            if (!parameter.values().contains(value)) {
                return "parameter " + parameter.name() + " is " + value + "; expected one of " + parameter.values();
            }
        }
        if (values.size() > parameters.size()) {
            var known = parameters.stream().map(Parameter::name).toList();
            var unknown = values.keySet().stream()
                    .filter(name -> !known.contains(name))
                    .toList();
            return "no parameter " + String.join(", ", unknown) + "; there are " + known;
        }
        for (var constraint : constraints) {
            try {
                if (!constraint.holds(values)) {
                    return "constraint " + constraint.name() + " does not hold: " + constraint.condition();
                }
            } catch (ExpressionException e) {
                return "constraint " + constraint.name() + " has no value: " + e.getMessage();
            }
        }
        return null;
    }
}
