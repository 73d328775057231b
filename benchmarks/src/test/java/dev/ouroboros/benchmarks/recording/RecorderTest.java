package dev.ouroboros.benchmarks.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.arena.Invalidity;
import dev.ouroboros.engine.arena.T4Row;
import dev.ouroboros.engine.arena.T4Row.Times;
import dev.ouroboros.engine.space.Constraint;
import dev.ouroboros.engine.space.Expression;
import dev.ouroboros.engine.space.Parameter;
import dev.ouroboros.engine.space.ParameterSpace;
import dev.ouroboros.engine.space.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recording a space, with a measurer that needs no device. */
class RecorderTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);
    private static final SortedMap<String, String> SUBJECT = new TreeMap<>(Map.of("task", "test"));
    private static final ParameterSpace SPACE = new ParameterSpace(
            List.of(new Parameter("a", List.of(1, 2, 3, 4)), new Parameter("b", List.of(1, 2, 3))),
            List.of(new Constraint("small", Expression.parse("a * b < 12"))));

    @TempDir
    Path folder;

    private final List<Setting> measured = new ArrayList<>();

    @Test
    void everyConfigurationOfTheSpaceIsMeasuredOnce() throws Exception {
        var order = Configurations.shuffled(SPACE, 1);
        var rows = record(order, Integer.MAX_VALUE);
        assertEquals(11, rows.size());
        assertEquals(order, rows.stream().map(T4Row::configuration).toList());
        assertEquals(order, measured);
        assertEquals(new HashSet<>(Configurations.of(SPACE)), new HashSet<>(measured));
        assertTrue(order.stream().allMatch(SPACE::admits));
    }

    @Test
    void theOrderIsTheSameForTheSameSeedAndNotThatOfTheGrid() {
        assertEquals(Configurations.shuffled(SPACE, 1), Configurations.shuffled(SPACE, 1));
        assertTrue(!Configurations.shuffled(SPACE, 1).equals(Configurations.of(SPACE)));
    }

    @Test
    void afterAStopItGoesOnWhereItWas() throws Exception {
        var order = Configurations.shuffled(SPACE, 1);
        assertThrows(Stopped.class, () -> record(order, 4));
        var rows = record(order, Integer.MAX_VALUE);
        assertEquals(order, measured);
        assertEquals(order, rows.stream().map(T4Row::configuration).toList());
        assertEquals(rows, record(order, 0));
    }

    /** A process that is killed while it writes leaves part of a line. */
    @Test
    void aLineThatWasCutOffIsMeasuredAgain() throws Exception {
        var order = Configurations.shuffled(SPACE, 1);
        record(order, Integer.MAX_VALUE);
        var lines = Files.readAllLines(journal());
        var kept = String.join("\n", lines.subList(0, 6)) + "\n";
        for (var torn : List.of("{\"conf", lines.get(6))) {
            measured.clear();
            Files.writeString(journal(), kept + torn);
            assertEquals(
                    order,
                    record(order, Integer.MAX_VALUE).stream()
                            .map(T4Row::configuration)
                            .toList());
            assertEquals(order.subList(5, 11), measured);
            assertEquals(lines, Files.readAllLines(journal()));
        }
    }

    @Test
    void aJournalOfAnotherRecordingIsNotContinued() throws Exception {
        record(Configurations.of(SPACE), Integer.MAX_VALUE);
        var other = new TreeMap<>(Map.of("task", "other"));
        var refusal = assertThrows(JournalException.class, () -> Journal.open(journal(), other));
        assertTrue(String.valueOf(refusal.getMessage()).contains("expected {\"task\":\"other\"}"), refusal.toString());
    }

    @Test
    void aJournalThatIsDamagedSaysWhere() throws Exception {
        record(Configurations.of(SPACE), Integer.MAX_VALUE);
        Files.writeString(journal(), "nonsense\n", StandardOpenOption.APPEND);
        var refusal = assertThrows(JournalException.class, () -> Journal.open(journal(), SUBJECT));
        assertTrue(String.valueOf(refusal.getMessage()).contains("line 13 cannot be read"), refusal.toString());
    }

    @Test
    void progressTellsRateAndRest() {
        assertEquals("30 of 100, 0.50/s, 0:02:20 left", new Progress(30, 100, 10, Duration.ofSeconds(20)).toString());
    }

    private List<T4Row> record(List<Setting> order, int stopAfter)
            throws IOException, JournalException, InterruptedException {
        int before = measured.size();
        try (var journal = Journal.open(journal(), SUBJECT)) {
            Measurer measurer = setting -> {
                if (measured.size() - before == stopAfter) {
                    throw new Stopped();
                }
                measured.add(setting);
                return new T4Row(setting, Invalidity.CORRECT, new Times(1, 2, 3, List.of(4.5)), "");
            };
            return new Recorder(measurer, CLOCK, _ -> {}).record(order, journal);
        }
    }

    private Path journal() {
        return folder.resolve("space.journal.jsonl");
    }

    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
