package dev.ouroboros.app.delta;

import dev.ouroboros.app.delta.player.Disguise;
import dev.ouroboros.engine.artifact.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What versions made of a body, in a file for each version, one line a seed: what was made is never made again. A line that
 * was cut off counts as never written. Safe for use by several threads.
 */
final class Makings {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Changes whenever the same version can make something else: with the judge, the libraries, or the JDK. */
    private static final String EDITION = "1-" + Libraries.edition() + "-";

    private static final int DIGITS = 24;

    private final Path folder;
    private final String conditions;
    private final Map<String, Map<Integer, Making>> known = new HashMap<>();

    /**
     * @param folder where they are kept
     * @param practice the spaces that bodies are measured on
     */
    Makings(Path folder, BodyTask task, List<HeldOut> practice, Effort effort) {
        this.folder = folder;
        this.conditions = Digest.of(task.digest() + "\n" + effort + "\n"
                        + practice.stream().map(HeldOut::digest).collect(Collectors.joining("\n")))
                .substring(0, DIGITS);
    }

    /** Who makes something of a body, and with which seed. */
    record Order(Version version, Disguise disguise, int seed) {
        private String key() {
            return version.digest().substring(0, DIGITS) + "-" + disguise.label();
        }
    }

    private record Line(String conditions, int seed, Making making) {}

    /** Returns what was made, or null if it was not. */
    synchronized @Nullable Making of(Order order) {
        return known.computeIfAbsent(order.key(), this::read).get(order.seed());
    }

    /** Keeps what was made. */
    synchronized void add(Order order, Making making) {
        var line = JSON.writeValueAsString(new Line(conditions, order.seed(), making)) + "\n";
        try {
            Files.createDirectories(folder);
            Files.write(
                    file(order.key()),
                    line.getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("what was made cannot be kept in " + folder, e);
        }
        known.computeIfAbsent(order.key(), this::read).put(order.seed(), making);
    }

    private Map<Integer, Making> read(String key) {
        var file = file(key);
        var makings = new HashMap<Integer, Making>();
        if (!Files.exists(file)) {
            return makings;
        }
        try {
            var text = Files.readString(file);
            var whole = text.substring(0, text.lastIndexOf('\n') + 1);
            if (whole.length() < text.length()) {
                Files.writeString(file, whole);
            }
            for (var written : whole.lines().toList()) {
                var line = JSON.readValue(written, Line.class);
                if (line.conditions().equals(conditions)) {
                    makings.put(line.seed(), line.making());
                }
            }
            return makings;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        } catch (JacksonException e) {
            throw new IllegalStateException(
                    file + " holds a line that is no making; remove the file to make it again", e);
        }
    }

    private Path file(String key) {
        return folder.resolve(EDITION + key + ".jsonl");
    }
}
