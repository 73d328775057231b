package dev.ouroboros.engine.archive;

import static dev.ouroboros.engine.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ouroboros.engine.ChildJvm;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {
    @TempDir
    Path run;

    @TempDir
    Path temporary;

    @Test
    void whoeverIsFirstHoldsItUntilItIsClosed() {
        try (var _ = RunLock.take(run)) {
            assertRefused(ArchiveException.class, "is being worked on already", () -> RunLock.take(run));
        }
        assertDoesNotThrow(() -> RunLock.take(run).close());
    }

    @Test
    void anotherProcessIsRefused() throws IOException {
        try (var _ = RunLock.take(run)) {
            assertEquals("refused", otherProcess());
        }
        assertEquals("taken", otherProcess());
    }

    @Test
    void aRefusalInThisProcessDoesNotLetGoOfTheLock() throws IOException {
        try (var _ = RunLock.take(run)) {
            assertThrows(ArchiveException.class, () -> RunLock.take(run));
            assertEquals("refused", otherProcess());
        }
    }

    @Test
    void theLockOfAKilledProcessIsFree() throws IOException {
        try (var child = ChildJvm.start(temporary, Taker.class, run)) {
            assertEquals("taken", child.line());
            assertThrows(ArchiveException.class, () -> RunLock.take(run));
        }
        assertDoesNotThrow(() -> RunLock.take(run).close());
    }

    @Test
    void aRunWithoutAFolderCannotBeLocked() {
        assertRefused(ArchiveException.class, "cannot lock", () -> RunLock.take(run.resolve("none")));
    }

    private String otherProcess() throws IOException {
        try (var child = ChildJvm.start(temporary, Taker.class, run)) {
            return String.valueOf(child.line());
        }
    }

    /** Takes the lock, says whether it could, and holds it until it is killed. */
    static final class Taker {
        public static void main(String[] arguments) throws IOException {
            try (var _ = RunLock.take(Path.of(arguments[0]))) {
                System.out.println("taken");
                System.in.read();
            } catch (ArchiveException e) {
                System.out.println("refused");
            }
        }
    }
}
