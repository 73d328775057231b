package dev.ouroboros.engine.archive;

import static dev.ouroboros.engine.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    Path workspace;

    @BeforeEach
    void aLedgerOfFourEntries() {
        try (var archive = Archive.open(workspace)) {
            var ledger = Objects.requireNonNull(archive.create("run-1"));
            ledger.append(List.of("{\"event\":\"one\"}"), NOON);
            ledger.append(List.of("{\"event\":\"two\"}", "{\"event\":\"three\"}"), NOON.plusSeconds(1));
            ledger.append(List.of("{\"event\":\"four\"}"), NOON.plusSeconds(2));
        }
    }

    @Test
    void entriesAreReadInTheOrderTheyWereAppended() {
        try (var archive = Archive.open(workspace)) {
            var ledger = archive.ledger("run-1");
            assertEquals(
                    List.of(1L, 2L, 3L, 4L),
                    ledger.read().stream().map(Entry::seq).toList());
            assertEquals("{\"event\":\"three\"}", ledger.read().get(2).body());
            assertEquals(NOON.plusSeconds(1), ledger.read().get(2).at());
            assertEquals(ledger.head(), ledger.read().getLast().hash());
            assertEquals(List.of(), ledger.check());
        }
    }

    @Test
    void aReopenedLedgerGoesOn() {
        try (var archive = Archive.open(workspace)) {
            var ledger = archive.ledger("run-1");
            assertEquals(5, ledger.append(List.of("{}"), NOON).getFirst().seq());
            assertEquals(List.of(), ledger.check());
        }
    }

    @Test
    void ledgersOfSeveralRunsDoNotMix() {
        try (var archive = Archive.open(workspace)) {
            var other = Objects.requireNonNull(archive.create("run-2"));
            other.append(List.of("{\"event\":\"other\"}"), NOON);
            assertEquals(1, other.read().size());
            assertEquals(4, archive.ledger("run-1").read().size());
            assertEquals(List.of(), other.check());
        }
    }

    @Test
    void aSecondWriterIsRefusedAndHarmsNothing() {
        try (var archive = Archive.open(workspace);
                var again = Archive.open(workspace)) {
            var stale = archive.ledger("run-1");
            again.ledger("run-1").append(List.of("{\"event\":\"five\"}"), NOON);
            assertRefused(
                    ArchiveException.class,
                    "Maybe another process works on the run",
                    () -> stale.append(List.of("{}"), NOON));
            assertEquals(5, archive.ledger("run-1").read().size());
            assertEquals(List.of(), archive.ledger("run-1").check());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE event SET body = replace(body, 'three', 'thref') WHERE seq = 3",
                "UPDATE event SET at = at + 1 WHERE seq = 2",
                "UPDATE event SET hash = 'f' || substr(hash, 2) WHERE seq = 2 AND hash NOT LIKE 'f%';"
                        + " UPDATE event SET hash = 'e' || substr(hash, 2) WHERE seq = 3",
                "UPDATE event SET hash = upper(hash) || ' ' WHERE seq = 4",
                "UPDATE event SET seq = 0 WHERE seq = 2; UPDATE event SET seq = 2 WHERE seq = 3;"
                        + " UPDATE event SET seq = 3 WHERE seq = 0",
                "UPDATE event SET seq = 5 WHERE seq = 4",
                "DELETE FROM event WHERE seq = 1",
                "DELETE FROM event WHERE seq = 2",
                "DELETE FROM event WHERE seq = 4",
                "DELETE FROM event",
                "INSERT INTO event (run, seq, at, body, hash) VALUES (1, 5, 0, '{}', 'more')",
                "UPDATE run SET name = 'run-3'",
                "UPDATE run SET entries = 3",
                "UPDATE run SET head = 'other'"
            })
    void everyChangeIsFound(String change) throws SQLException {
        sql(change);
        try (var archive = Archive.open(workspace)) {
            var faults = archive.ledger(archive.runs().getFirst()).check();
            assertFalse(faults.isEmpty(), change);
        }
    }

    @Test
    void aChangeIsFoundWhereItIs() throws SQLException {
        sql("UPDATE event SET body = '{}' WHERE seq = 3");
        try (var archive = Archive.open(workspace)) {
            assertEquals(
                    List.of("entry 3 was changed: its hash does not follow from its content and the entry before"),
                    archive.ledger("run-1").check());
        }
    }

    /** Wherever in the file a byte is changed: the entries are as before, or the change is found, or cannot be read. */
    @Test
    void aChangedByteOfTheFileNeverPassesForTheTruth() throws IOException {
        var file = workspace.resolve("archive.db");
        var kept = workspace.resolve("kept.db");
        Files.copy(file, kept);
        var truth = entries();
        var random = new SplittableRandom(1);
        var bytes = Files.readAllBytes(kept);
        var places = IntStream.range(0, bytes.length)
                .filter(place -> bytes[place] != 0)
                .boxed()
                .toList();
        for (int i = 0; i < 300; i++) {
            var changed = bytes.clone();
            int place = places.get(random.nextInt(places.size()));
            changed[place] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, changed);
            assertTrue(isTrueOrFound(truth), "byte " + place);
            Files.deleteIfExists(workspace.resolve("archive.db-wal"));
            Files.deleteIfExists(workspace.resolve("archive.db-shm"));
            Files.copy(kept, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private boolean isTrueOrFound(List<Entry> truth) {
        try (var archive = Archive.open(workspace)) {
            var ledger = archive.ledger("run-1");
            return !ledger.check().isEmpty() || ledger.read().equals(truth);
        } catch (ArchiveException unreadable) {
            return true;
        }
    }

    private List<Entry> entries() {
        try (var archive = Archive.open(workspace)) {
            return archive.ledger("run-1").read();
        }
    }

    private void sql(String statements) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + workspace.resolve("archive.db"));
                var statement = connection.createStatement()) {
            statement.executeUpdate(statements);
        }
    }
}
