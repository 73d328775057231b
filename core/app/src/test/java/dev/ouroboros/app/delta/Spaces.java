package dev.ouroboros.app.delta;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Recorded spaces small enough to reckon with by hand. */
public final class Spaces {
    private Spaces() {}

    /** Writes one of a single parameter {@code a}: configuration i takes {@code milliseconds[i]}, and trying it one second. */
    public static Path line(Path folder, String name, double... milliseconds) throws IOException {
        return Files.writeString(
                folder.resolve(name + ".T4.json"),
                IntStream.range(0, milliseconds.length)
                        .mapToObj(i -> row("{\"a\": " + i + "}", milliseconds[i]))
                        .collect(Collectors.joining(",\n", "{\"results\": [\n", "\n]}\n")));
    }

    /** Writes a square of parameters {@code a} and {@code b}, from 0 to {@code side} - 1: the best is in the middle. */
    public static Path bowl(Path folder, String name, int side) throws IOException {
        int middle = (side - 1) / 2;
        return Files.writeString(
                folder.resolve(name + ".T4.json"),
                IntStream.range(0, side * side)
                        .mapToObj(i -> row(
                                "{\"a\": " + i / side + ", \"b\": " + i % side + "}",
                                10 + 5 * distance(i / side - middle, i % side - middle)))
                        .collect(Collectors.joining(",\n", "{\"results\": [\n", "\n]}\n")));
    }

    private static double distance(int down, int across) {
        return Math.hypot(down, across);
    }

    private static String row(String configuration, double milliseconds) {
        return String.format(
                Locale.ROOT,
                "{\"configuration\": %s, \"times\": {\"compilation\": %.9f, \"runtimes\": [%.9f]},"
                        + " \"invalidity\": \"correct\"}",
                configuration,
                1000 - milliseconds,
                milliseconds);
    }
}
