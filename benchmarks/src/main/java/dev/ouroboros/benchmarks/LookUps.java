package dev.ouroboros.benchmarks;

import dev.ouroboros.engine.arena.Recording;
import dev.ouroboros.engine.arena.Recording.Entry;
import dev.ouroboros.engine.arena.RecordingException;
import dev.ouroboros.engine.arena.T4;
import dev.ouroboros.engine.evaluation.Medians;
import dev.ouroboros.engine.space.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How many look-ups a second a recorded space answers: {@code LookUps [--space FILE...]}, all of
 * {@code benchmarks/spaces} unless told. One thread asks for points drawn beforehand.
 *
 * <p>A round asks the recording and a plain {@link HashMap} of the same entries, which goes first changing from round to
 * round; each figure is the median over the rounds. Both must have answered the same.
 */
public final class LookUps {
    private static final int POINTS = 1 << 17;
    private static final int PASSES = 8;
    private static final int WARM_UPS = 3;
    private static final int ROUNDS = 11;

    private LookUps() {}

    /** Look-ups a second, medians over the rounds; {@code ratio} is that of recording to map within a round. */
    private record Rates(double recording, double map, double ratio) {}

    /** @param costs sum of the seconds that all answers name: what an answer is used for */
    private record Asked(double rate, double costs) {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 1 || (arguments.length > 1 && !arguments[0].equals("--space"))) {
            System.err.println("Usage: benchmarks/run LookUps [--space FILE...]");
            System.exit(2);
        }
        try {
            double least = Double.POSITIVE_INFINITY;
            for (var file : arguments.length == 0 ? ownSpaces() : files(arguments)) {
                var recording = T4.read(file);
                var rates = rates(recording);
                least = Math.min(least, rates.recording());
                System.out.printf(
                        Locale.ROOT,
                        "%s, %,d configurations: %,.0f look-ups a second; a HashMap %,.0f, ratio %.2f%n",
                        recording.name(),
                        recording.size(),
                        rates.recording(),
                        rates.map(),
                        rates.ratio());
            }
            System.out.printf(Locale.ROOT, "least: %,.0f look-ups a second (at least 1,000,000 wanted)%n", least);
        } catch (RecordingException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private static List<Path> ownSpaces() throws IOException {
        var folder = Path.of(Objects.requireNonNull(System.getProperty("ouroboros.home")), "benchmarks", "spaces");
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".T4.json.gz"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> files(String... arguments) {
        return Arrays.stream(arguments).skip(1).map(Path::of).toList();
    }

    private static Rates rates(Recording recording) {
        var random = new SplittableRandom(1);
        var grid = recording.grid();
        var points = Stream.generate(() -> grid.random(random)).limit(POINTS).toArray(Point[]::new);
        Map<Point, Entry> map = new HashMap<>();
        for (int i = 0; i < grid.size(); i++) {
            map.put(grid.point(i), recording.at(grid.point(i)));
        }
        var ofRecording = new double[ROUNDS];
        var ofMap = new double[ROUNDS];
        var ratios = new double[ROUNDS];
        for (int round = -WARM_UPS; round < ROUNDS; round++) {
            boolean recordingFirst = round % 2 == 0;
            var first = recordingFirst ? ask(recording::at, points) : ask(map::get, points);
            var second = recordingFirst ? ask(map::get, points) : ask(recording::at, points);
            if (first.costs() != second.costs()) {
                throw new IllegalStateException(recording.name() + " and its map disagree in round " + round);
            }
            if (round >= 0) {
                ofRecording[round] = (recordingFirst ? first : second).rate();
                ofMap[round] = (recordingFirst ? second : first).rate();
                ratios[round] = ofRecording[round] / ofMap[round];
            }
        }
        return new Rates(Medians.median(ofRecording), Medians.median(ofMap), Medians.median(ratios));
    }

    private static Asked ask(Function<Point, @Nullable Entry> device, Point... points) {
        double costs = 0;
        long start = System.nanoTime();
        for (int pass = 0; pass < PASSES; pass++) {
            for (var point : points) {
                costs += Objects.requireNonNull(device.apply(point)).cost();
            }
        }
        return new Asked((double) PASSES * points.length * 1e9 / (System.nanoTime() - start), costs);
    }
}
