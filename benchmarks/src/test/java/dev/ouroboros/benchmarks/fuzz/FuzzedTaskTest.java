package dev.ouroboros.benchmarks.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sample of what the program FuzzNative does at length. */
class FuzzedTaskTest {
    private static final Path TASKS = Path.of("../native/tasks");

    @Test
    void theAlternativesOfATaskComputeTheSame() throws Exception {
        var result = FuzzedTask.read(TASKS.resolve("crc32")).run(200, 1);
        assertEquals(200, result.inputs());
        assertEquals(0, result.wrong(), result::toString);
    }

    @Test
    void aWrongAlternativeIsFound(@TempDir Path folder) throws Exception {
        Files.copy(TASKS.resolve("crc32/task.toml"), folder.resolve("task.toml"));
        var source = Files.readString(TASKS.resolve("crc32/crc32.c"));
        Files.writeString(
                folder.resolve("crc32.c"), source.replace("tables[0][(crc ^ bytes[i])", "tables[0][(crc ^ bytes[0])"));
        var result = FuzzedTask.read(folder).run(200, 1);
        assertTrue(result.wrong() > 0, result::toString);
    }
}
