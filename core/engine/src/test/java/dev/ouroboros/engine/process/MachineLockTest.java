package dev.ouroboros.engine.process;

import static org.junit.jupiter.api.Assertions.*;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("try") // Locks are held, not used.
class MachineLockTest {
    private static final Duration SHORT = Duration.ofMillis(50);

    @TempDir
    Path folder;

    @Test
    void anotherProcessHoldsItUntilItIsKilled() throws Exception {
        Process holder = new ProcessBuilder(TestMachine.java("hold-lock")).start();
        try (BufferedReader output = holder.inputReader()) {
            assertEquals("held", output.readLine());
            List<String> told = new ArrayList<>();
            assertThrows(TimeoutException.class, () -> takeAndRelease(SHORT, told));
            assertTrue(told.getFirst().startsWith("process " + holder.pid() + " of user "), told.toString());
        } finally {
            holder.destroyForcibly().waitFor();
        }
        takeAndRelease(TestMachine.LONG, new ArrayList<>());
    }

    @Test
    void aThreadMayTakeItAgainAndAnotherMayNot() throws Exception {
        var lock = new MachineLock(folder.resolve("lock"));
        try (var outer = lock.take(SHORT, holder -> {})) {
            try (var inner = lock.take(SHORT, holder -> {})) {
                assertFalse(anotherThreadGets(lock));
            }
            assertFalse(anotherThreadGets(lock));
        }
        assertTrue(anotherThreadGets(lock));
    }

    @Test
    void everyUserMayLockTheFile() throws Exception {
        Path file = folder.resolve("lock");
        try (var held = new MachineLock(file).take(SHORT, holder -> {})) {
            assertEquals("rw-rw-rw-", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
    }

    private static void takeAndRelease(Duration patience, List<String> told) throws Exception {
        try (var held = MachineLock.acquire(patience, told::add)) {
            assertNotNull(held);
        }
    }

    private static boolean anotherThreadGets(MachineLock lock) throws InterruptedException {
        var got = new boolean[1];
        Thread.ofPlatform()
                .start(() -> {
                    try (var held = lock.take(SHORT, holder -> {})) {
                        got[0] = true;
                    } catch (InterruptedException | TimeoutException e) {
                        got[0] = false;
                    }
                })
                .join();
        return got[0];
    }
}
