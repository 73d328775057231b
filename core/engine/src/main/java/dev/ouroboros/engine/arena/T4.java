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
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
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
    private static final int GZIP = 0x1f8b;

    private T4() {}

    /**
     * Reads a recording; the file may be compressed by gzip. Which configurations are admitted follows from those that
     * are there.
     *
     * @throws RecordingException if it cannot be read or is no T4
     */
    public static Recording read(Path file) throws RecordingException {
        var rows = rows(file);
        Map<String, Set<Object>> values = new TreeMap<>();
        rows.forEach(row -> row.configuration()
                .values()
                .forEach((parameter, value) -> values.computeIfAbsent(parameter, _ -> new LinkedHashSet<>())
                        .add(value)));
        var parameters = new ArrayList<Parameter>();
        try {
            values.forEach((parameter, its) -> parameters.add(new Parameter(parameter, List.copyOf(its))));
            var settings = rows.stream().map(T4Row::configuration).toList();
            var grid = Grid.listing(PART, parameters, settings);
            var byPoint = new HashMap<Point, Entry>();
            rows.forEach(row -> byPoint.put(point(grid, row.configuration()), new Entry(row.value(), row.cost())));
            return new Recording(name(file), grid, byPoint);
        } catch (IllegalArgumentException e) {
            throw new RecordingException(file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Reads the rows in the order of the file, which may be compressed by gzip.
     *
     * @throws RecordingException if it cannot be read, is no T4, or has a configuration twice
     */
    public static List<T4Row> rows(Path file) throws RecordingException {
        var results = root(file).path("results");
        List<T4Row> rows = new ArrayList<>();
        var known = new HashSet<Setting>();
        for (var result : results) {
            var where = file + ", result " + (rows.size() + 1);
            var row = T4Rows.row(where, result);
            if (!known.add(row.configuration())) {
                throw new RecordingException(where + " is of a configuration that was there before: "
                        + row.configuration().values());
            }
            rows.add(row);
        }
        return List.copyOf(rows);
    }

    private static JsonNode root(Path file) throws RecordingException {
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
        return root;
    }

    private static Point point(Grid grid, Setting setting) {
        var point = grid.point(Map.of(PART, setting));
        if (point == null) {
            throw new IllegalArgumentException("configuration " + setting.values() + " lacks a parameter");
        }
        return point;
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
