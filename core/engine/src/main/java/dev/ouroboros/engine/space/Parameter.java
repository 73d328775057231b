package dev.ouroboros.engine.space;

import java.util.List;

/** A build-time constant and the values it may take, in the order of the task; the first one is the default. */
public record Parameter(String name, List<Object> values) {

    public Parameter {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("parameter " + name + " has no values");
        }
    }

    /** Returns the value of the unmodified seed. */
    public Object defaultValue() {
        return values.getFirst();
    }
}
