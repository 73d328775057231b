package dev.ouroboros.benchmarks.suite;

import dev.ouroboros.engine.task.Task;
import dev.ouroboros.engine.task.TaskException;
import dev.ouroboros.engine.task.TaskReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * A task that is read and never run, in a folder of its own.
 *
 * @param folder a temporary one
 */
record SmallTask(Path folder, Task task) {
    private static final String TEXT = """
            name = "small"
            [[parts]]
            name = "part"
            layer = "none"
            files = ["file.txt"]
              [parts.parameters]
              A = [1, 2, 3, 4, 6, 8, 12, 16]
              B = [1, 2, 3, 4, 6, 8, 12, 16]
              C = [1, 2, 3, 4, 6, 8, 12, 16]
              [parts.constraints]
              area = "A * B <= 128"
            [[objectives]]
            metric = "number"
            goal = "minimize"
            """;

    static SmallTask create() {
        try {
            Path folder = Files.createTempDirectory("ouroboros-suite");
            Files.writeString(folder.resolve("task.toml"), TEXT);
            Files.writeString(folder.resolve("file.txt"), "for (int i = 0; i < n; i++) c[i] = a[i];\n".repeat(20));
            return new SmallTask(folder, TaskReader.read(folder, Set.of("none")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TaskException e) {
            throw new IllegalStateException(e);
        }
    }
}
