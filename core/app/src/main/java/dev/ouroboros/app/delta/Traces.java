package dev.ouroboros.app.delta;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * All plays there are, in a file for each side, one line a play: what was played is never played again. A line that was cut
 * off counts as never written. Safe for use by several threads.
 */
final class Traces {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Changes whenever a play with the same key can differ: with the protocol, the libraries, or the JDK. */
    private static final String EDITION = "1-" + Libraries.edition() + "-";

    private static final int DIGITS = 24;

    private final Path folder;
    private final Map<String, Map<Key, Trace>> known = new HashMap<>();

    Traces(Path folder) {
        this.folder = folder;
    }

    private record Key(String task, int seed) {
        static Key of(HeldOut task, int seed) {
            return new Key(task.digest().substring(0, DIGITS), seed);
        }
    }

    private record Line(String task, String name, int seed, Trace trace) {}

    /** Returns a play, or null if it was not played. */
    synchronized @Nullable Trace of(Side side, HeldOut task, int seed) {
        return known.computeIfAbsent(side.key(), this::read).get(Key.of(task, seed));
    }

    /** Keeps a play. */
    synchronized void add(Side side, HeldOut task, int seed, Trace trace) {
        var key = Key.of(task, seed);
        var line = JSON.writeValueAsString(new Line(key.task(), task.name(), seed, trace)) + "\n";
        try {
            Files.createDirectories(folder);
            Files.write(
                    file(side.key()),
                    line.getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("plays cannot be kept in " + folder, e);
        }
        known.computeIfAbsent(side.key(), this::read).put(key, trace);
    }

    private Map<Key, Trace> read(String side) {
        var file = file(side);
        var traces = new HashMap<Key, Trace>();
        if (!Files.exists(file)) {
            return traces;
        }
        try {
            var text = Files.readString(file);
            var whole = text.substring(0, text.lastIndexOf('\n') + 1);
            if (whole.length() < text.length()) {
                Files.writeString(file, whole);
            }
            for (var written : whole.lines().toList()) {
                var line = JSON.readValue(written, Line.class);
                traces.put(new Key(line.task(), line.seed()), line.trace());
            }
            return traces;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        } catch (JacksonException e) {
            throw new IllegalStateException(file + " holds a line that is no play; remove the file to play again", e);
        }
    }

    private Path file(String side) {
        return folder.resolve(EDITION + side + ".jsonl");
    }
}
