package dev.ouroboros.engine.arena;

import static dev.ouroboros.engine.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.arena.Play.Step;
import dev.ouroboros.engine.search.GridSearch;
import dev.ouroboros.engine.space.Point;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recorded spaces: read, played, scored. */
class ArenaTest {
    @TempDir
    Path folder;

    @Test
    void aConfigurationCostsItsCompilationItsFrameworkTimeAndAllItsRuns() throws Exception {
        var recording = read(rows(row("1", "correct", "1000, 3000"), row("2", "runtime", "")));
        assertEquals(2000, recording.at(Point.of(0)).value());
        assertEquals(4.6, recording.at(Point.of(0)).cost(), 1e-12);
        assertEquals(0.6, recording.at(Point.of(1)).cost(), 1e-12);
        assertFalse(recording.at(Point.of(1)).valid());
    }

    @Test
    void onlyRecordedConfigurationsAreAdmitted() throws Exception {
        var recording = read("""
                {"results": [
                  {"configuration": {"a": 1, "b": 1}, "times": {"runtimes": [1]}, "invalidity": "correct"},
                  {"configuration": {"a": 2, "b": 2}, "times": {"runtimes": [1]}, "invalidity": "correct"}]}
                """);
        assertEquals(2, recording.grid().size());
        assertTrue(recording.grid().admits(Point.of(0, 0)));
        assertFalse(recording.grid().admits(Point.of(0, 1)));
    }

    @Test
    void aCompressedRecordingIsTheSame() throws Exception {
        var file = folder.resolve("packed.T4.json.gz");
        try (var packed = new GZIPOutputStream(Files.newOutputStream(file))) {
            packed.write(rows(row("1", "correct", "5")).getBytes(StandardCharsets.UTF_8));
        }
        assertEquals("packed", T4.read(file).name());
        assertEquals(5, T4.read(file).at(Point.of(0)).value());
    }

    /** Golden: of the values 1, 2, 3, 4 (one second each), two draws give 1 in 3 of 6 pairs, 2 in 2, 3 in 1: 10/6. */
    @Test
    void whatRandomSearchFindsIsComputed() throws Exception {
        var random = RandomSearch.of(oneSecondEach());
        assertEquals(2.5, random.expectedAt(0), 1e-12);
        assertEquals(2.5, random.expectedAt(1), 1e-12);
        assertEquals(10.0 / 6, random.expectedAt(2), 1e-12);
        assertEquals((2.5 + 10.0 / 6) / 2, random.expectedAt(1.5), 1e-12);
        assertEquals(1.25, random.expectedAt(3), 1e-12);
        // 95 % of the way from the median of 2.5 to 1 is 1.075, which only all four draws reach.
        assertEquals(4, random.seconds(), 1e-9);
    }

    /** Golden: of four seconds the first two bring nothing better than the median, the others the optimum. */
    @Test
    void whoPlaysFromElsewhereIsToldWhatItTriedAndScoredByTheGap() throws Exception {
        var recording = oneSecondEach();
        var round = Board.of(recording).begin();
        assertEquals(new Told(0, 1), round.tried(at(recording, 4)));
        assertEquals(new Told(Math.log(4), 1), round.tried(at(recording, 1)));
        assertEquals(0.5, round.gap(), 1e-12);
        assertFalse(round.isOver());
        round.tried(at(recording, 2));
        round.tried(at(recording, 3));
        assertTrue(round.isOver());
        assertEquals(0.5, round.gap(), 1e-12);
    }

    private static Point at(Recording recording, double value) {
        for (int i = 0; i < recording.size(); i++) {
            if (recording.at(recording.grid().point(i)).value() == value) {
                return recording.grid().point(i);
            }
        }
        throw new IllegalArgumentException("no " + value);
    }

    /** Golden: nothing for a quarter of the time, the optimum from there on; at the end nobody can be ahead any more. */
    @Test
    void theOptimumCountsFromWhenItIsFound() throws Exception {
        var random = RandomSearch.of(failingHalf());
        var play = new Play(List.of(new Step(0.25 * random.seconds(), random.optimum())), 1, 0);
        assertEquals(750.0 / 1001, Score.of(play, random), 1e-12);
    }

    /** Golden: whoever stays with the expectation of one draw is behind as random search goes on. */
    @Test
    void aPlayWithoutImprovementFallsBehind() throws Exception {
        var random = RandomSearch.of(failingHalf());
        assertEquals(0, Score.of(new Play(List.of(), 0, 0), random));
        double first = random.expectedAt(0);
        var play = new Play(List.of(new Step(0, first)), 1, 0);
        double sum = 0;
        for (int i = 0; i < 1000; i++) {
            double baseline = random.expectedAt(random.seconds() * i / 1000);
            sum += (baseline - first) / (baseline - random.optimum());
        }
        assertEquals(sum / 1001, Score.of(play, random), 1e-9);
        assertTrue(sum < 0);
    }

    @Test
    void theSameSeedGivesTheSameScores() throws Exception {
        var recordings = List.of(valley());
        var once = new Arena(4, 7).play(recordings, GridSearch.names(), _ -> {});
        var again = new Arena(4, 7).play(recordings, GridSearch.names(), _ -> {});
        assertEquals(once.spaces(), again.spaces());
        assertEquals(once.mean(), again.mean());
    }

    @Test
    void aStrategyScoresTheSameWhoeverElsePlays() throws Exception {
        var recordings = List.of(valley());
        var all = new Arena(3, 7).play(recordings, GridSearch.names(), _ -> {});
        var alone = new Arena(3, 7).play(recordings, List.of("forest"), _ -> {});
        assertEquals(all.mean().get("forest"), alone.mean().get("forest"));
    }

    @Test
    void onAValleyTheDefaultIsFarAheadOfRandomSearchAndRandomSearchIsAtZero() throws Exception {
        var mean = new Arena(60, 1)
                .play(List.of(valley()), List.of("ouroboros", "random"), _ -> {})
                .mean();
        var ours = mean.get("ouroboros");
        var random = mean.get("random");
        assertTrue(ours != null && ours.low() > 0.1, mean.toString());
        assertTrue(random != null && random.low() < 0.05 && -0.05 < random.high(), mean.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {                                                          | cannot be read as JSON
                    {"a": 1}                                                   | has no list "results"
                    {"results": []}                                            | has no list "results"
                    {"metadata": {"timeunit": "s"}, "results": [{}]}           | times in s; expected milliseconds
                    {"results": [{}]}                                          | result 1 has no "configuration"
                    {"results": [{"configuration": {"a": [1]}}]}               | a is [1]; expected a number
                    {"results": [{"configuration": {"a": 1}}]}                 | result 1 has no "times"
                    {"results": [{"configuration": {"a": 1}, "times": {}, "invalidity": "correct"}]} | has no "runtimes"
                    {"results": [{"configuration": {"a": 1}, "times": {"runtimes": [-1]}}]} | has a run of -1
                    {"results": [{"configuration": {"a": 1}, "times": {"compilation": "x"}}]} | compilation is "x"
                    {"results": [{"configuration": {"a": 1}, "times": {}}]}    | no configuration of space is valid
                    """)
    void whatIsNoRecordingIsRefused(String content, String reason) {
        assertRefused(RecordingException.class, reason, () -> read(content));
    }

    @Test
    void aMissingFileIsRefused() {
        assertRefused(RecordingException.class, "cannot be read", () -> T4.read(folder.resolve("none.T4.json")));
    }

    private Recording oneSecondEach() throws IOException, RecordingException {
        return read(
                rows(rowOfOneSecond("1", 1), rowOfOneSecond("2", 2), rowOfOneSecond("3", 3), rowOfOneSecond("4", 4)));
    }

    private Recording failingHalf() throws IOException, RecordingException {
        return read(rows(
                row("1", "correct", "1"), row("2", "correct", "5"), row("3", "compile", ""), row("4", "runtime", "")));
    }

    /** 400 points, best in the middle; a corner fails. */
    private Recording valley() throws IOException, RecordingException {
        var rows = new ArrayList<String>();
        for (int x = 1; x <= 20; x++) {
            for (int y = 1; y <= 20; y++) {
                double value = 1 + (x - 12) * (x - 12) + 3 * (y - 5) * (y - 5);
                boolean fails = x > 17 && y > 17;
                rows.add(String.format(
                        Locale.ROOT,
                        "{\"configuration\": {\"x\": %d, \"y\": %d}, \"times\": {\"compilation\": 1000, \"runtimes\":"
                                + " [%s]}, \"invalidity\": \"%s\"}",
                        x,
                        y,
                        fails ? "" : Double.toString(value),
                        fails ? "runtime" : "correct"));
            }
        }
        return read(rows(rows.toArray(String[]::new)));
    }

    private static String rowOfOneSecond(String value, int time) {
        return "{\"configuration\": {\"a\": " + value + "}, \"times\": {\"compilation\": " + (1000 - time)
                + ", \"runtimes\": [" + time + "]}, \"invalidity\": \"correct\"}";
    }

    private static String row(String value, String invalidity, String runs) {
        return "{\"configuration\": {\"a\": " + value
                + "}, \"times\": {\"compilation\": 500, \"framework\": 100, \"runtimes\": [" + runs
                + "]}, \"invalidity\": \"" + invalidity + "\"}";
    }

    private static String rows(String... rows) {
        return "{\"metadata\": {\"timeunit\": \"milliseconds\"}, \"results\": [" + String.join(",\n", rows) + "]}";
    }

    private Recording read(String content) throws IOException, RecordingException {
        return T4.read(Files.writeString(folder.resolve("space.T4.json"), content));
    }
}
