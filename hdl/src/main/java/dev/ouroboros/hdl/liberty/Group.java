package dev.ouroboros.hdl.liberty;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A group of a Liberty file: {@code kind (name) { ... }}.
 *
 * @param line where it starts, from 1
 * @param attributes the simple ones, {@code key : value;}, without quotes
 */
record Group(String kind, String name, int line, Map<String, String> attributes, List<Group> groups) {
    Group {
        attributes = Map.copyOf(attributes);
        groups = List.copyOf(groups);
    }

    Stream<Group> all(String wanted) {
        return groups.stream().filter(group -> group.kind.equals(wanted));
    }

    @Nullable
    String attribute(String key) {
        return attributes.get(key);
    }
}
