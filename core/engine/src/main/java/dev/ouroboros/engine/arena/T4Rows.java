package dev.ouroboros.engine.arena;

import dev.ouroboros.engine.arena.T4Row.Times;
import dev.ouroboros.engine.space.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One row of a T4 file as JSON, and back. */
public final class T4Rows {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String OBJECTIVE = "time";

    private T4Rows() {}

    /** Returns the row in one line, without a line end. */
    public static String line(T4Row row) {
        return JSON.writeValueAsString(json(row));
    }

    /**
     * Returns the row of a line.
     *
     * @param where for the message of the exception
     * @throws RecordingException if it is no row
     */
    public static T4Row parse(String where, String line) throws RecordingException {
        try {
            return row(where, JSON.readTree(line));
        } catch (JacksonException e) {
            throw new RecordingException(where + " cannot be read as JSON: " + e.getOriginalMessage(), e);
        }
    }

    static ObjectNode json(T4Row row) {
        boolean correct = row.invalidity() == Invalidity.CORRECT;
        var json = JSON.createObjectNode();
        json.put("timestamp", row.timestamp());
        json.set("configuration", JSON.valueToTree(row.configuration()));
        var times = json.putObject("times");
        times.put("compilation", row.times().compilation());
        times.put("framework", row.times().framework());
        times.put("search_algorithm", 0);
        times.put("validation", row.times().validation());
        var runs = times.putArray("runtimes");
        row.times().runs().forEach(runs::add);
        json.put("invalidity", row.invalidity().label());
        json.put("correctness", correct ? 1 : 0);
        var measurement = json.putArray("measurements").addObject();
        measurement.put("name", OBJECTIVE);
        if (correct) {
            measurement.put("value", row.value());
        } else {
            measurement.putNull("value");
        }
        measurement.put("unit", "milliseconds");
        json.putArray("objectives").add(OBJECTIVE);
        return json;
    }

    static T4Row row(String where, JsonNode json) throws RecordingException {
        var setting = setting(where, json.path("configuration"));
        var times = json.path("times");
        if (!times.isObject()) {
            throw new RecordingException(where + " has no \"times\"");
        }
        var runs = runs(where, times.path("runtimes"));
        try {
            return new T4Row(
                    setting,
                    Invalidity.named(json.path("invalidity").asString("")),
                    new Times(
                            milliseconds(where, times, "compilation"),
                            milliseconds(where, times, "framework"),
                            milliseconds(where, times, "validation"),
                            runs),
                    json.path("timestamp").asString(""));
        } catch (IllegalArgumentException e) {
            throw new RecordingException(where + " " + e.getMessage(), e);
        }
    }

    private static Setting setting(String where, JsonNode configuration) throws RecordingException {
        if (!configuration.isObject() || configuration.isEmpty()) {
            throw new RecordingException(where + " has no \"configuration\"");
        }
        Map<String, Object> values = new TreeMap<>();
        for (var property : configuration.properties()) {
            var value = value(property.getValue());
            if (value == null) {
                throw new RecordingException(where + ": " + property.getKey() + " is " + property.getValue()
                        + "; expected a number, a boolean or a string");
            }
            values.put(property.getKey(), value);
        }
        return Setting.of(values);
    }

    /** Returns the value of a parameter, or null if it is none. */
    static @Nullable Object value(JsonNode node) {
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return node.longValue();
        }
        if (node.isNumber()) {
            return node.doubleValue();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return node.isString() ? node.stringValue() : null;
    }

    private static List<Double> runs(String where, JsonNode runtimes) throws RecordingException {
        List<Double> runs = new ArrayList<>();
        for (var run : runtimes) {
            if (!run.isNumber() || !(run.doubleValue() >= 0)) {
                throw new RecordingException(where + " has a run of " + run + "; expected milliseconds");
            }
            runs.add(run.doubleValue());
        }
        return runs;
    }

    private static double milliseconds(String where, JsonNode times, String what) throws RecordingException {
        var node = times.path(what);
        if (node.isMissingNode()) {
            return 0;
        }
        if (!node.isNumber() || !(node.doubleValue() >= 0)) {
            throw new RecordingException(where + ": " + what + " is " + node + "; expected milliseconds");
        }
        return node.doubleValue();
    }
}
