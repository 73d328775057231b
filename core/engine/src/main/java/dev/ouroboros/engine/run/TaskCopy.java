package dev.ouroboros.engine.run;

import dev.ouroboros.engine.archive.ArchiveException;
import dev.ouroboros.engine.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Keeps a task with its run, so that it can be resumed and replayed after the original changed. */
final class TaskCopy {
    private TaskCopy() {}

    static void write(Task task, Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("task.toml"), task.source());
            for (var part : task.parts()) {
                for (var file : part.files()) {
                    var target = folder.resolve(file);
                    Files.createDirectories(target.getParent());
                    var blob = Objects.requireNonNull(task.seed().files().get(part.name() + "/" + file));
                    Files.write(target, blob.bytes());
                }
            }
        } catch (IOException e) {
            throw new ArchiveException("cannot keep a copy of the task in " + folder + ": " + e, e);
        }
    }
}
