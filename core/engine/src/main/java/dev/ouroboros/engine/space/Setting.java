package dev.ouroboros.engine.space;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Values of parameters by name: a point of a {@link ParameterSpace}, or some of its coordinates. A value is a {@link
 * Long}, {@link Double}, {@link Boolean} or {@link String}.
 */
public record Setting(@JsonValue SortedMap<String, Object> values) {

    public Setting {
        var own = new TreeMap<String, Object>();
        values.forEach((name, value) -> own.put(name, canonical(name, value)));
        values = Collections.unmodifiableSortedMap(own);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Setting of(Map<String, Object> values) {
        return new Setting(new TreeMap<>(values));
    }

    /** Returns this setting with the values of {@code other} in place of its own. */
    public Setting with(Setting other) {
        var merged = new TreeMap<>(values);
        merged.putAll(other.values);
        return new Setting(merged);
    }

    /** Returns this setting with one value changed. */
    public Setting with(String name, Object value) {
        var merged = new TreeMap<>(values);
        merged.put(name, value);
        return new Setting(merged);
    }

    private static Object canonical(String name, Object value) {
        var canonical = Value.canonical(value);
        if (canonical == null) {
            throw new IllegalArgumentException("parameter " + name + " has a value of type "
                    + value.getClass().getSimpleName() + "; expected a number, a boolean or a string");
        }
        return canonical;
    }
}
