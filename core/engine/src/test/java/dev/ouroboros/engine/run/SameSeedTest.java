package dev.ouroboros.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.loop.LoopEvent.Resumed;
import dev.ouroboros.engine.testlayer.Lab;
import dev.ouroboros.engine.testlayer.Story;
import dev.ouroboros.engine.testlayer.Walk;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Given equal outcomes, the same seed decides the same: on any number of threads, interrupted or not. */
class SameSeedTest {
    private static final String SEED = "x * 1 + 0 + x + x + 0 * x + 1 * x";
    private static final String COUNTED = """
            name = "sum"
            [[parts]]
            name = "a"
            layer = "arithmetic"
            files = ["a.txt"]
              [parts.arithmetic]
              equals = "x * 1 + 0 + x + x + 0 * x + 1 * x"
            [[objectives]]
            metric = "operations"
            goal = "minimize"
            [budget]
            evaluations = 40
            """;
    private static final String TIMED = COUNTED.replace(
                    "[[objectives]]", "  cost = \"0.0001 * (1 + operations) / WIDTH\"\n  alike = true\n[[objectives]]")
            .replace("  [parts.arithmetic]", "  [parts.parameters]\n  WIDTH = [1, 2, 4]\n  [parts.arithmetic]")
            .replace("\"operations\"", "\"seconds\"");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"counted", "timed"})
    void fourThreadsDecideAsOne(String kind) throws Exception {
        assertEquals(story(kind, 1, 1), story(kind, 1, 4));
    }

    @Test
    void anotherSeedProposesOtherwise() throws Exception {
        assertNotEquals(story("counted", 1, 1), story("counted", 2, 1));
    }

    @ParameterizedTest
    @CsvSource({"counted, 1", "timed, 7"})
    void aRunInterruptedAfterAnyEventGoesOnAsIfNothingHadHappened(String kind, int step) throws Exception {
        var whole = story(kind, 1, 2);
        for (int after = 1; after < whole.size(); after += step) {
            try (var lab = new Lab(folder.resolve(kind + after))) {
                interrupted(lab, kind, after);
                lab.runs(new Walk()).resume(lab.run(), Lab.options(99, 2));
                assertEquals(1, lab.events(Resumed.class).size());
                assertEquals(whole, Story.of(lab.events()), "interrupted after event " + after);
                assertEquals(List.of(), lab.archive().ledger(lab.run()).check());
            }
        }
    }

    @Test
    void aFinishedRunIsOnlyToldAgain() throws Exception {
        try (var lab = new Lab(folder)) {
            var runs = lab.runs(new Walk());
            var end = runs.start(runs.task(lab.task(COUNTED, SEED)), Lab.options(1, 1));
            int events = lab.events().size();
            var again = runs.resume(lab.run(), Lab.options(1, 1));
            assertEquals(end.tally(), again.tally());
            assertTrue(again.closed());
            assertEquals(events, lab.events().size());
        }
    }

    private static void interrupted(Lab lab, String kind, int after) throws Exception {
        var runs = lab.runs(new Walk(), stamped -> {
            if (stamped.seq() == after) {
                Thread.currentThread().interrupt();
            }
        });
        var task = runs.task(lab.task(kind.equals("timed") ? TIMED : COUNTED, SEED));
        assertThrows(InterruptedException.class, () -> runs.start(task, Lab.options(1, 2)));
    }

    private List<String> story(String kind, long seed, int parallel) throws Exception {
        try (var lab = new Lab(folder.resolve(kind + seed + "-" + parallel))) {
            var runs = lab.runs(new Walk());
            runs.start(runs.task(lab.task(kind.equals("timed") ? TIMED : COUNTED, SEED)), Lab.options(seed, parallel));
            return Story.of(lab.events());
        }
    }
}
