package dev.ouroboros.app.delta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.process.DefaultToolRunner;
import dev.ouroboros.engine.process.NoSandbox;
import dev.ouroboros.engine.process.Sandbox;
import dev.ouroboros.engine.process.Sandboxes;
import dev.ouroboros.engine.process.Sandboxes.Detection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions that are really built and really play, each in its own sandbox. */
class DeltaBenchmarkTest {
    private static final int SEEDS = 10;
    private static final String ENGINE = "core/engine/src/main";

    @TempDir
    Path folder;

    private final List<String> said = new ArrayList<>();
    private Path space;

    @BeforeEach
    void begin() throws IOException {
        space = Spaces.line(folder, "line", 80, 70, 60, 50, 40, 30, 20, 10);
    }

    private DeltaBenchmark benchmark(Sandbox sandbox) {
        return new DeltaBenchmark(
                folder,
                folder.resolve("delta"),
                new DefaultToolRunner(),
                sandbox,
                2,
                InstantSource.system(),
                said::add);
    }

    private static Sandbox sandbox() throws InterruptedException {
        if (Sandboxes.detect() instanceof Detection.Works(var works)) {
            return works;
        }
        throw new IllegalStateException("this test needs bubblewrap; ./ouroboros doctor says how to get it");
    }

    private String version(String choice) throws IOException {
        return MiniEngine.write(Files.createTempDirectory(folder, "checkout"), choice)
                .toString();
    }

    private DeltaBenchmark.Played delta(String a, String b, Sandbox sandbox, Path... spaces) throws Exception {
        var benchmark = benchmark(sandbox);
        return benchmark.play(
                new Match(
                        benchmark.freeze(a, Scope.SEARCH),
                        benchmark.freeze(b, Scope.SEARCH),
                        DeltaBenchmark.tasks(List.of(spaces)),
                        1,
                        SEEDS),
                folder.resolve("report.html"));
    }

    @Test
    void whoFindsTheBestFirstIsBetterByTheAreaBetweenTheCurves() throws Exception {
        var played = delta(version(MiniEngine.FORWARDS), version(MiniEngine.BACKWARDS), sandbox(), space);
        var task = HeldOut.read(space);
        double seconds = task.extent().seconds();
        var result = played.result();
        double b = of(result.tasks(), "line").area().getOrDefault("b", Double.NaN);
        assertEquals(1 / seconds, b, 1e-9, "the best after one second");
        double a = 0;
        for (int second = 0; second < seconds; second++) {
            double best = second == 0 ? 80 : 80 - 10 * (second - 1);
            a += Math.min(1, seconds - second) * (second == 0 ? 1 : Gap.of(best, task.extent()));
        }
        assertEquals(a / seconds - b, result.delta(), 1e-9);
        assertEquals(result.delta(), result.low(), 1e-9, "neither of them draws lots");
        assertEquals(1, result.pBetter());
        assertEquals(0, result.floor().width(), 1e-12);
        assertEquals(0, result.placebo().width(), 1e-12);
        assertTrue(result.knownBetter().low() > 0, "A with twice the time is told apart");
        assertEquals(SEEDS, result.seeds());
        assertEquals(
                List.of("a", "b", "greedy", "random"),
                List.copyOf(of(played.curves(), "line").keySet()));
    }

    @Test
    void theFloorHasOtherSeedsAndThePlaceboAnotherStream() throws Exception {
        var lots = version(MiniEngine.DRAWN);
        var result = delta(lots, lots, sandbox(), space).result();
        assertTrue(result.same());
        assertEquals(0, result.delta(), "the same plays");
        assertNotEquals(0, result.floor().width());
        assertNotEquals(0, result.placebo().width());
        assertTrue(result.floor().holdsZero() && result.placebo().holdsZero());
        assertTrue(said.stream().anyMatch(line -> line.contains("the same classes")), said.toString());
    }

    @Test
    void whatWasPlayedIsKeptAndACutLineIsPlayedAgain() throws Exception {
        var a = version(MiniEngine.DRAWN);
        var b = version(MiniEngine.BACKWARDS);
        var first = delta(a, b, sandbox(), space).result();
        assertTrue(said.getLast().startsWith("played 70 of 70 plays"), said.toString());
        said.clear();
        try (var files = Files.list(folder.resolve("delta/plays"))) {
            var file = files.filter(one -> one.toString().contains("-shifted"))
                    .findFirst()
                    .orElseThrow();
            var text = Files.readString(file);
            Files.writeString(file, text.substring(0, text.length() - 20));
        }
        var second = delta(a, b, sandbox(), space).result();
        assertEquals("played 1 of 1 play", said.getLast());
        assertEquals(first.interval(), second.interval());
        assertEquals(first.placebo(), second.placebo());
    }

    @Test
    void anInterruptKeepsWhatWasPlayed() throws Exception {
        var a = version(MiniEngine.DRAWN);
        var benchmark = benchmark(sandbox());
        var match = new Match(
                benchmark.freeze(a, Scope.SEARCH),
                benchmark.freeze(a, Scope.SEARCH),
                DeltaBenchmark.tasks(List.of(space)),
                1,
                SEEDS);
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> benchmark.play(match, folder.resolve("report.html")));
        assertTrue(benchmark.play(match, folder.resolve("report.html")).result().same());
    }

    @Test
    void aVersionCannotReadTheRecording() throws Exception {
        var secret = Files.writeString(folder.resolve("answers"), "the best is the last");
        var cheat = "java.nio.file.Files.exists(java.nio.file.Path.of(\"" + secret + "\")) ? " + MiniEngine.BACKWARDS
                + " : " + MiniEngine.FORWARDS;
        var honest = version(MiniEngine.FORWARDS);
        var dishonest = version(cheat);
        assertTrue(
                delta(honest, dishonest, new NoSandbox(), space).result().low() > 0, "armed: unprotected, it cheats");
        assertEquals(0, delta(honest, dishonest, sandbox(), space).result().delta());
    }

    @Test
    void aVersionThatFailsIsNamed() throws Exception {
        var failure = assertThrows(
                DeltaException.class,
                () -> delta(version(MiniEngine.FORWARDS), version("grid.points.get(-1)"), sandbox(), space));
        assertTrue(String.valueOf(failure.getMessage()).contains("did not play to the end"), failure.getMessage());
        assertTrue(String.valueOf(failure.getMessage()).contains("IndexOutOfBounds"), failure.getMessage());
    }

    @Test
    void twoSpacesOfOneNameAreRefused() throws Exception {
        var other = Spaces.line(Files.createDirectory(folder.resolve("other")), "line", 3, 2, 1);
        assertThrows(DeltaException.class, () -> DeltaBenchmark.tasks(List.of(space, other)));
    }

    @Test
    void theSearchThatRunsUseIsToldApartFromRandomSearch() throws Exception {
        var ours = Path.of("../engine/src/main").toAbsolutePath().normalize();
        var random = folder.resolve("random");
        copy(ours, random.resolve(ENGINE));
        var search = random.resolve(ENGINE + "/java/dev/ouroboros/engine/search/GridSearch.java");
        var text = Files.readString(search);
        var edited = text.replace("return of(Hyperparameters.DEFAULT, grid);", "return of(\"random\", grid);");
        assertNotEquals(text, edited);
        Files.writeString(search, edited);
        var bowl = Spaces.bowl(folder, "bowl", 21);
        var result = delta(
                        random.toString(),
                        ours.resolve("../../../..").normalize().toString(),
                        sandbox(),
                        bowl)
                .result();
        assertTrue(result.low() > 0, result.toString());
        assertTrue(of(result.beside(), "random").b().low() > 0, result.toString());
    }

    private static <T> T of(Map<String, T> map, String name) {
        return Objects.requireNonNull(map.get(name), name);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
