package dev.ouroboros.engine.arena;

import dev.ouroboros.engine.arena.Recording.Entry;
import dev.ouroboros.engine.space.Grid;
import dev.ouroboros.engine.space.Parameter;
import dev.ouroboros.engine.space.Point;
import dev.ouroboros.engine.space.Setting;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the results format T4 of the auto-tuning community's FAIR schema: one row a configuration, with its raw run
 * times and what compiling it took. Times are in milliseconds.
 */
public final class T4 {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PART = "kernel";
    private static final double MILLI = 1e-3;
    private static final int GZIP = 0x1f8b;

    private T4() {}

    /**
     * Reads a recording; the file may be compressed by gzip. Which configurations are admitted follows from those that
     * are there.
     *
     * @throws RecordingException if it cannot be read or is no T4
     */
    public static Recording read(Path file) throws RecordingException {
        JsonNode root;
        try (InputStream content = open(file)) {
            root = JSON.readTree(content);
        } catch (IOException | JacksonException e) {
            throw new RecordingException(file + " cannot be read as JSON: " + e.getMessage(), e);
        }
        var rows = root.path("results");
        if (!rows.isArray() || rows.isEmpty()) {
            throw new RecordingException(file + " has no list \"results\"; expected a T4 file");
        }
        var unit = root.path("metadata").path("timeunit").asString("milliseconds");
        // Published files write "miliseconds" as well.
        if (!unit.startsWith("mil")) {
            throw new RecordingException(file + " gives times in " + unit + "; expected milliseconds");
        }
        return recording(file, rows);
    }

    private static Recording recording(Path file, JsonNode rows) throws RecordingException {
        Map<String, Set<Object>> values = new TreeMap<>();
        var entries = new LinkedHashMap<Setting, Entry>();
        int number = 0;
        for (var row : rows) {
            number++;
            var where = file + ", result " + number;
            var setting = setting(where, row.path("configuration"));
            if (entries.putIfAbsent(setting, entry(where, row)) != null) {
                throw new RecordingException(
                        where + " is of a configuration that was there before: " + setting.values());
            }
            setting.values()
                    .forEach((parameter, value) -> values.computeIfAbsent(parameter, _ -> new LinkedHashSet<>())
                            .add(value));
        }
        var parameters = new ArrayList<Parameter>();
        values.forEach((parameter, its) -> parameters.add(new Parameter(parameter, List.copyOf(its))));
        try {
            var grid = Grid.listing(PART, parameters, entries.keySet());
            var byPoint = new HashMap<Point, Entry>();
            entries.forEach((setting, entry) -> byPoint.put(point(grid, setting), entry));
            return new Recording(name(file), grid, byPoint);
        } catch (IllegalArgumentException e) {
            throw new RecordingException(file + ": " + e.getMessage(), e);
        }
    }

    private static Point point(Grid grid, Setting setting) {
        var point = grid.point(Map.of(PART, setting));
        if (point == null) {
            throw new IllegalArgumentException("configuration " + setting.values() + " lacks a parameter");
        }
        return point;
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

    private static @Nullable Object value(JsonNode node) {
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

    private static Entry entry(String where, JsonNode row) throws RecordingException {
        var times = row.path("times");
        if (!times.isObject()) {
            throw new RecordingException(where + " has no \"times\"");
        }
        double sum = 0;
        int runs = 0;
        for (var run : times.path("runtimes")) {
            if (!run.isNumber() || !(run.doubleValue() >= 0)) {
                throw new RecordingException(where + " has a run of " + run + "; expected milliseconds");
            }
            sum += run.doubleValue();
            runs++;
        }
        double cost =
                MILLI * (milliseconds(where, times, "compilation") + milliseconds(where, times, "framework") + sum);
        boolean correct = row.path("invalidity").asString("").equals("correct");
        if (correct && runs == 0) {
            throw new RecordingException(where + " is said to be correct, but has no \"runtimes\"");
        }
        return new Entry(correct ? sum / runs : Double.NaN, cost);
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

    private static InputStream open(Path file) throws IOException {
        var content = new BufferedInputStream(Files.newInputStream(file));
        content.mark(2);
        int magic = (content.read() << 8) | content.read();
        content.reset();
        return magic == GZIP ? new GZIPInputStream(content, 1 << 16) : content;
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\.T4\\.json(\\.gz)?$", "");
    }
}
