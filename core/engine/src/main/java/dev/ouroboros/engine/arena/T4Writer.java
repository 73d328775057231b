package dev.ouroboros.engine.arena;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** Writes what {@link T4} reads. The same rows give the same bytes. */
public final class T4Writer {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String VERSION = "1.0.0";

    private T4Writer() {}

    /**
     * Writes a file, compressed by gzip if its name ends with {@code .gz}; one line a row. It is there whole or not at
     * all.
     *
     * @param metadata what a reader must know of how it was measured; the unit of times comes on top
     */
    public static void write(Path file, SortedMap<String, String> metadata, List<T4Row> rows) throws IOException {
        var facts = JSON.createObjectNode();
        facts.put("timeunit", "milliseconds");
        metadata.forEach(facts::put);
        var text = rows.stream()
                .map(T4Rows::line)
                .collect(Collectors.joining(
                        ",\n",
                        "{\"schema_version\": \"" + VERSION + "\",\n\"metadata\": " + JSON.writeValueAsString(facts)
                                + ",\n\"results\": [\n",
                        "\n]}\n"));
        var partial = file.resolveSibling(file.getFileName() + ".part");
        try (var out = open(partial, file.toString().endsWith(".gz"))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static OutputStream open(Path file, boolean packed) throws IOException {
        var out = Files.newOutputStream(file);
        return packed ? new BestGzip(out) : out;
    }

    /** Written once, kept forever. */
    private static final class BestGzip extends GZIPOutputStream {
        BestGzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
