package dev.ouroboros.engine.space;

import java.util.List;

/**
 * A build-time constant.
 *
 * @param name letters, digits and {@code _}, so that constraints can refer to it
 * @param values the different values it may take, in the order of the task; the first one is the default. Each is a
 *     Long, Double, Boolean or String
 */
public record Parameter(String name, List<Object> values) {

    public Parameter {
        values = values.stream().map(value -> canonical(name, value)).toList();
        if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no name of a parameter; expected letters, digits and _, no digit first");
        }
        if (values.isEmpty()) {
            throw new IllegalArgumentException("parameter " + name + " has no values");
        }
        if (values.stream().distinct().count() < values.size()) {
            throw new IllegalArgumentException("parameter " + name + " has a value twice: " + values);
        }
    }

    /** Returns the value of the unmodified seed. */
    public Object defaultValue() {
        return values.getFirst();
    }

    private static Object canonical(String name, Object value) {
        var canonical = Value.canonical(value);
        if (canonical == null) {
            throw new IllegalArgumentException(
                    "parameter " + name + " has the value " + value + "; expected numbers, booleans or strings");
        }
        return canonical;
    }
}
