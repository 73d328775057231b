package dev.ouroboros.engine.arena;

import dev.ouroboros.engine.space.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes what {@link T1Reader} reads. T1 knows no names of constraints: they are lost. */
public final class T1Writer {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** More would be too long for an expression; JSON has lists of its own. */
    private static final int MOST_WORDS = 300;

    private T1Writer() {}

    /** Writes a file. */
    public static void write(Path file, T1 description) throws IOException {
        var root = JSON.createObjectNode();
        root.putObject("General").put("BenchmarkName", description.name()).put("OutputFormat", "JSON");
        var space = root.putObject("ConfigurationSpace");
        var parameters = space.putArray("TuningParameters");
        description.space().parameters().forEach(parameter -> describe(parameter, parameters.addObject()));
        var conditions = space.putArray("Conditions");
        for (var constraint : description.space().constraints()) {
            var condition = conditions.addObject();
            condition.put("Expression", constraint.condition().text());
            var names = condition.putArray("Parameters");
            constraint.condition().names().forEach(names::add);
        }
        Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
    }

    private static void describe(Parameter parameter, ObjectNode into) {
        into.put("Name", parameter.name());
        into.put("Type", type(parameter.values()));
        if (parameter.values().size() <= MOST_WORDS
                && parameter.values().stream().allMatch(T1Writer::plain)) {
            into.put(
                    "Values",
                    parameter.values().stream().map(T1Writer::python).collect(Collectors.joining(", ", "[", "]")));
        } else {
            into.set("Values", JSON.valueToTree(parameter.values()));
        }
        into.set("Default", JSON.valueToTree(parameter.defaultValue()));
    }

    private static String type(List<Object> values) {
        if (values.stream().allMatch(Long.class::isInstance)) {
            return "int";
        }
        if (values.stream().allMatch(Number.class::isInstance)) {
            return "float";
        }
        return values.stream().allMatch(Boolean.class::isInstance) ? "bool" : "string";
    }

    /** Returns whether it can be written in Python without an escape, which the expressions do not know. */
    private static boolean plain(Object value) {
        return !(value instanceof String text) || text.chars().allMatch(c -> c >= ' ' && c != '\\' && c != '\'');
    }

    private static String python(Object value) {
        return switch (value) {
            case Boolean truth -> truth ? "True" : "False";
            case String text -> "'" + text + "'";
            default -> value.toString();
        };
    }
}
