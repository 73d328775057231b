package dev.ouroboros.cfamily.task;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A value for each dimension of the problem. */
public record Shape(Map<String, Long> dimensions) {
    public Shape {
        dimensions = Collections.unmodifiableMap(new LinkedHashMap<>(dimensions));
    }

    /** Returns for example {@code m=17 n=31 k=5}. */
    @Override
    public String toString() {
        return dimensions.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
    }
}
