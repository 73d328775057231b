package dev.ouroboros.engine.process;

import static org.junit.jupiter.api.Assertions.*;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("try") // Holds are held, not used.
class MachineExclusionTest {
    @TempDir
    Path folder;

    @Test
    void whoMeasuresIsAloneUntilItIsKilledEvenByForce() throws Exception {
        var file = folder.resolve("lock");
        Process holder = new ProcessBuilder(TestMachine.java("hold-lock", file.toString())).start();
        List<String> told = new CopyOnWriteArrayList<>();
        var exclusion = new MachineExclusion(file, told::add);
        try (BufferedReader output = holder.inputReader();
                ExecutorService thread = Executors.newSingleThreadExecutor()) {
            assertEquals("held", output.readLine());
            var waiting = thread.submit(() -> takeShared(exclusion));
            assertThrows(TimeoutException.class, () -> waiting.get(200, TimeUnit.MILLISECONDS));
            assertTrue(told.getFirst().startsWith("process " + holder.pid() + " of user "), told.toString());
            holder.destroyForcibly().waitFor();
            assertTrue(waiting.get(20, TimeUnit.SECONDS));
        } finally {
            holder.destroyForcibly().waitFor();
        }
    }

    @Test
    void nobodyIsNamedOnceItIsOver() throws Exception {
        var file = folder.resolve("lock");
        var exclusion = new MachineExclusion(file, _ -> {});
        try (var hold = exclusion.exclusive()) {
            assertTrue(Files.size(file) > 0);
        }
        assertEquals(0, Files.size(file));
    }

    @Test
    void manyMayBuildAtOnceButNobodyMeasuresMeanwhile() throws Exception {
        var exclusion = new MachineExclusion(folder.resolve("lock"), _ -> {});
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Future<Boolean> measuring;
            try (var first = exclusion.shared()) {
                assertTrue(threads.submit(() -> takeShared(exclusion)).get());
                measuring = threads.submit(() -> takeExclusive(exclusion));
                assertThrows(TimeoutException.class, () -> measuring.get(100, TimeUnit.MILLISECONDS));
            }
            assertTrue(measuring.get(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void oneWhoWantsToMeasureIsNotKeptOutByAnotherProcessThatAlwaysBuilds() throws Exception {
        var file = folder.resolve("lock");
        var builder = new MachineExclusion(file, _ -> {});
        var measurer = new LockFile(file);
        var held = builder.shared();
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            var waits = new CountDownLatch(1);
            Callable<Boolean> measure = () -> {
                measurer.take(false, _ -> waits.countDown()).acquiredBy().close();
                return true;
            };
            var measured = thread.submit(measure);
            assertTrue(waits.await(20, TimeUnit.SECONDS));
            held.close();
            assertTrue(measured.get(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void anInterruptEndsTheWait() throws Exception {
        var exclusion = new MachineExclusion(folder.resolve("lock"), _ -> {});
        try (var held = exclusion.exclusive();
                ExecutorService thread = Executors.newSingleThreadExecutor()) {
            var waiting = thread.submit(() -> takeShared(exclusion));
            thread.shutdownNow();
            var failure = assertThrows(ExecutionException.class, () -> waiting.get(20, TimeUnit.SECONDS));
            assertInstanceOf(InterruptedException.class, failure.getCause());
        }
    }

    @Test
    void everyUserMayLockTheFile() throws Exception {
        Path file = folder.resolve("lock");
        try (var held = new MachineExclusion(file, _ -> {}).exclusive()) {
            assertEquals("rw-rw-rw-", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
    }

    private static boolean takeShared(Exclusion exclusion) throws InterruptedException {
        try (var held = exclusion.shared()) {
            return held != null;
        }
    }

    private static boolean takeExclusive(Exclusion exclusion) throws InterruptedException {
        try (var held = exclusion.exclusive()) {
            return held != null;
        }
    }
}
