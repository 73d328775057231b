package dev.ouroboros.benchmarks.rtlopt;

import dev.ouroboros.app.Json;
import dev.ouroboros.app.history.RunHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The results so far, and what they come to. */
public final class Lines {
    private final Path file;
    private final List<Line> lines;

    private Lines(Path file, List<Line> lines) {
        this.file = file;
        this.lines = lines;
    }

    /** Reads a file of results, or begins one. */
    public static Lines open(Path file) throws IOException {
        var lines = new ArrayList<Line>();
        if (Files.exists(file)) {
            for (var line : Files.readAllLines(file)) {
                lines.add(Json.mapper().readValue(line, Line.class));
            }
        }
        return new Lines(file, lines);
    }

    public boolean has(String design) {
        return lines.stream().anyMatch(line -> line.design().equals(design));
    }

    public void add(Line line) throws IOException {
        lines.add(line);
        Files.writeString(
                file,
                Json.mapper().writeValueAsString(line) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    public String last() {
        return lines.isEmpty() ? "" : row(lines.getLast());
    }

    /** Returns the operators of the accepted changes, in order. */
    public static String operators(RunHistory history) {
        return history.steps().stream()
                .map(step -> step.candidate().proposal().rationale())
                .collect(Collectors.joining("; "));
    }

    /** Returns a table of all, and the geometric means over the designs that were elaborated. */
    public String summary() {
        var text =
                new StringBuilder(lines.stream().map(line -> row(line) + "\n").collect(Collectors.joining()));
        List<Double> ours =
                lines.stream().map(Line::ratio).filter(Objects::nonNull).toList();
        List<Double> theirs = lines.stream()
                .filter(line -> line.seed() != null && line.reference() != null)
                .map(line -> Objects.requireNonNull(line.reference()) / Objects.requireNonNull(line.seed()))
                .toList();
        long worse = ours.stream().filter(ratio -> ratio > 1).count();
        text.append(String.format(
                Locale.ROOT,
                "%nOurs, all proved: geometric mean %.4f over %d designs, %d worse.%n"
                        + "Published references, proved or not: %.4f over %d.%n",
                mean(ours),
                ours.size(),
                worse,
                mean(theirs),
                theirs.size()));
        return text.toString();
    }

    private static double mean(List<Double> ratios) {
        return Math.exp(ratios.stream().mapToDouble(Math::log).average().orElse(0));
    }

    private static String row(Line line) {
        return String.format(
                Locale.ROOT,
                "%-20s %10s -> %10s (%s) reference %10s %s | %s",
                line.design(),
                number(line.seed(), "%.3f"),
                number(line.best(), "%.3f"),
                number(line.ratio(), "%.4f"),
                number(line.reference(), "%.3f"),
                line.pair().lines().findFirst().orElse(""),
                line.by());
    }

    private static String number(@Nullable Double value, String format) {
        return value == null ? "-" : String.format(Locale.ROOT, format, value);
    }
}
