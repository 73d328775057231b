package dev.ouroboros.benchmarks.tuning;

import dev.ouroboros.engine.search.Hyperparameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The scores of plays in a file, one line for each space and candidate. A line that was cut off counts as never written. */
public final class Plays {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final List<Line> lines = new ArrayList<>();

    private Plays(Path file) {
        this.file = file;
    }

    /**
     * What a line says.
     *
     * @param p score of each repeat
     */
    public record Line(String space, Hyperparameters hyperparameters, List<Double> p) {
        /** Checks that nothing is missing. */
        public Line {
            Objects.requireNonNull(space, "space");
            Objects.requireNonNull(hyperparameters, "hyperparameters");
            p = List.copyOf(p);
        }
    }

    /** Opens the file to go on with, or begins one. */
    public static Plays open(Path file) throws IOException {
        var plays = new Plays(file);
        if (Files.exists(file)) {
            var text = Files.readString(file);
            var whole = text.substring(0, text.lastIndexOf('\n') + 1);
            if (whole.length() < text.length()) {
                Files.writeString(file, whole);
            }
            int number = 0;
            for (var line : whole.lines().toList()) {
                number++;
                try {
                    plays.lines.add(JSON.readValue(line, Line.class));
                } catch (JacksonException e) {
                    throw new IOException(file + ", line " + number + " is no play: " + e.getOriginalMessage(), e);
                }
            }
        }
        return plays;
    }

    /** Returns the names of the spaces, in the order in which they were played. */
    public List<String> spaces() {
        return lines.stream().map(Line::space).distinct().toList();
    }

    /** Returns the scores of a candidate on a space, or null if it was not played. */
    public @Nullable List<Double> of(String space, Hyperparameters hyperparameters) {
        return lines.stream()
                .filter(line ->
                        line.space().equals(space) && line.hyperparameters().equals(hyperparameters))
                .map(Line::p)
                .findFirst()
                .orElse(null);
    }

    /** Adds a line at the end of the file. */
    public void add(Line line) throws IOException {
        Files.write(
                file,
                (JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        lines.add(line);
    }
}
