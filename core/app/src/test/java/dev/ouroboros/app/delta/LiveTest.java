package dev.ouroboros.app.delta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.app.delta.DeltaBenchmark.Played;
import dev.ouroboros.engine.process.DefaultToolRunner;
import dev.ouroboros.engine.process.NoSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that are really built and really run, in processes of their own. */
class LiveTest {
    @TempDir
    Path folder;

    private final List<String> said = new ArrayList<>();
    private Path task;

    @BeforeEach
    void begin() throws IOException {
        task = Files.createDirectory(folder.resolve("counter"));
        Files.writeString(task.resolve("task.toml"), "name = \"counter\"");
    }

    private Played delta(String a, String b) throws Exception {
        var benchmark = new DeltaBenchmark(
                folder,
                folder.resolve("delta"),
                new DefaultToolRunner(),
                new NoSandbox(),
                1,
                InstantSource.system(),
                said::add);
        var match = new LiveMatch(
                program(benchmark, a),
                program(benchmark, b),
                List.of(LiveTask.read(task)),
                new LiveEffort(2, 4, Duration.ofMinutes(1)),
                1);
        var space = DeltaBenchmark.tasks(List.of(Spaces.line(folder, "line", 3, 2, 1)));
        var recorded = benchmark.play(new Match(match.a(), match.b(), space, 1, 2), folder.resolve("report.html"));
        said.clear();
        return benchmark.run(match, recorded);
    }

    private Version program(DeltaBenchmark benchmark, String gain) throws Exception {
        var checkout = MiniProgram.write(Files.createTempDirectory(folder, "checkout"), gain);
        return benchmark.freeze(checkout.toString(), Scope.PROGRAM);
    }

    @Test
    void theGapIsTheLogarithmOfTheGainAndTheBestOfAllIsItsEnd() throws Exception {
        var played = delta("2.0", "4.0");
        var live = Objects.requireNonNull(played.result().tasks().get("live/counter"));
        // The step comes with the second of four evaluations: A stands at 1, 1/2, 1/2, 1/2 and B at 1, 0, 0, 0.
        assertEquals(Map.of("a", 0.625, "b", 0.25), live.area());
        assertEquals(0.375, live.delta(), 1e-12);
        assertEquals(2, Objects.requireNonNull(live.live()).gain().ratio(), 1e-12);
        assertEquals(2, live.live().seeds());
        assertTrue(played.result().tasks().containsKey("line"), "beside the recorded ones");
        assertEquals(Map.of("a", 0.5, "b", 0.0), Map.of("a", last(played, "a"), "b", last(played, "b")));
        assertEquals("name = \"counter\"", Files.readString(task.resolve("task.toml")), "they get a copy");
        assertEquals("ran 4 of 4 live runs", said.getLast());
    }

    @Test
    void whatWasRunIsKept() throws Exception {
        delta("1.0 + seed", "4.0");
        delta("1.0 + seed", "5.0");
        assertEquals("ran 2 of 2 live runs", said.getLast(), "A's are there");
        assertFalse(said.isEmpty());
        Files.writeString(task.resolve("task.toml"), "name = \"another\"");
        delta("1.0 + seed", "5.0");
        assertEquals("ran 4 of 4 live runs", said.getLast(), "another task");
    }

    @Test
    void aVersionBesideItselfGetsOtherSeeds() throws Exception {
        var live = Objects.requireNonNull(
                delta("1.0 + seed", "1.0 + seed").result().tasks().get("live/counter"));
        assertEquals("ran 4 of 4 live runs", said.getLast());
        assertEquals(
                Math.sqrt(2 * 3), Objects.requireNonNull(live.live()).gain().a(), 1e-9);
        assertEquals(Math.sqrt(4 * 5), live.live().gain().b(), 1e-9);
    }

    @Test
    void aProgramThatFailsIsNamed() throws Exception {
        var failure = assertThrows(DeltaException.class, () -> delta("2.0", "1 / (seed - seed)"));
        assertTrue(String.valueOf(failure.getMessage()).contains("ArithmeticException"), failure.getMessage());
        assertThrows(DeltaException.class, () -> LiveTask.read(folder.resolve("nowhere")));
    }

    private static double last(Played played, String who) {
        var curves = Objects.requireNonNull(played.curves().get("live/counter"));
        return Objects.requireNonNull(curves.get(who)).mean().getLast();
    }
}
