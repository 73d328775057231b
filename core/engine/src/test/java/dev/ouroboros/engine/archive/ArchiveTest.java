package dev.ouroboros.engine.archive;

import static dev.ouroboros.engine.Refusals.assertRefused;
import static dev.ouroboros.engine.Refusals.messageOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    Path workspace;

    @TempDir
    Path temporary;

    @Test
    void aRunIsListedWithItsFirstEntryAndNotBefore() {
        try (var archive = Archive.open(workspace)) {
            var ledger = Objects.requireNonNull(archive.create("run-1"));
            assertEquals(List.of(), archive.runs());
            ledger.append(List.of("{}"), NOON);
            assertEquals(List.of("run-1"), archive.runs());
        }
    }

    @Test
    void aNameIsGivenOnce() {
        try (var archive = Archive.open(workspace)) {
            assertNotNull(archive.create("run-1"));
            assertNull(archive.create("run-1"));
        }
    }

    @Test
    void anUnknownRunIsSaidToBeUnknown() {
        try (var archive = Archive.open(workspace)) {
            assertRefused(ArchiveException.class, "no run run-7 in " + workspace, () -> archive.ledger("run-7"));
        }
    }

    @Test
    void severalProcessesAppendToOneNewWorkspaceAtOnce() throws Exception {
        var children = new ArrayList<ChildJvm>();
        for (int i = 0; i < 4; i++) {
            children.add(ChildJvm.start(temporary, Appender.class, workspace, "run-" + i));
        }
        for (var child : children) {
            assertEquals(0, child.exit());
        }
        try (var archive = Archive.open(workspace)) {
            assertEquals(4, archive.runs().size());
            for (var run : archive.runs()) {
                assertEquals(100, archive.ledger(run).read().size());
                assertEquals(List.of(), archive.ledger(run).check());
            }
        }
    }

    @Test
    void aFullDiskLosesNothingAndSaysSo() {
        var body = "{\"text\":\"" + "x".repeat(1000) + "\"}";
        int appended;
        try (var archive = SmallDisk.open(workspace, 40)) {
            var ledger = Objects.requireNonNull(archive.create("run-1"));
            var full = messageOf(ArchiveException.class, () -> {
                while (true) {
                    ledger.append(List.of(body, body), NOON);
                }
            });
            assertTrue(full.startsWith("cannot append to the ledger of run run-1"), full);
            assertTrue(full.contains("The disk is full. Nothing that was archived is lost"), full);
            assertFalse(full.contains("xxxx"), "an event has no place in a message for people: " + full);
            appended = ledger.read().size();
            assertTrue(appended > 0 && appended % 2 == 0, "whole transactions only, but there are " + appended);
            assertEquals(List.of(), ledger.check());
        }
        try (var archive = Archive.open(workspace)) {
            var ledger = archive.ledger("run-1");
            ledger.append(List.of(body, body), NOON);
            assertEquals(appended + 2, ledger.read().size());
            assertEquals(List.of(), ledger.check());
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsSaidToBeDamaged() throws IOException {
        Files.writeString(workspace.resolve("archive.db"), "not a database at all ".repeat(100));
        assertRefused(ArchiveException.class, "The file is damaged", () -> Archive.open(workspace));
    }

    @Test
    void aWorkspaceThatCannotBeMadeIsNamed() throws IOException {
        var file = Files.writeString(workspace.resolve("file"), "");
        assertRefused(ArchiveException.class, "cannot make the workspace " + file, () -> Archive.open(file));
    }

    /** Appends a hundred entries to a run of its own. */
    static final class Appender {
        public static void main(String[] arguments) {
            try (var archive = Archive.open(Path.of(arguments[0]))) {
                var ledger = Objects.requireNonNull(archive.create(arguments[1]));
                for (int i = 0; i < 100; i++) {
                    ledger.append(List.of("{\"number\":" + i + "}"), NOON.plusSeconds(i));
                }
            }
        }
    }
}
