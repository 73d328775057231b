package dev.ouroboros.engine.task;

import java.nio.file.Path;
import java.util.Set;

/** Reads tasks. */
public final class TaskReader {
    private TaskReader() {}

    /** Reads one. */
    public static Task read(Path path, Set<String> layers) throws TaskException {
        if (layers.isEmpty()) {
            throw new TaskException("no layers");
        }
        throw new IllegalStateException(path.toString());
    }
}
