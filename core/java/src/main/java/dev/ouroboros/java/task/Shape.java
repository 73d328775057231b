package dev.ouroboros.java.task;

import java.util.LinkedHashMap;
import java.util.Map;

/** One size of the problem: a value for each dimension. */
public record Shape(Map<String, Long> dimensions) {
    public Shape {
        dimensions = new LinkedHashMap<>(dimensions);
    }
}
