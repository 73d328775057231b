package dev.ouroboros.kernels;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The task that cannot be improved, unpacked from the class path. */
final class ControlTask {
    private static final List<String> FILES = List.of("task.toml", "copy.cl");
    private static @Nullable Path folder;

    private ControlTask() {}

    /** Returns its folder, made at the first call and removed when the JVM ends. */
    static synchronized Path folder() {
        if (folder == null) {
            folder = unpack();
        }
        return folder;
    }

    private static Path unpack() {
        try {
            Path made = Files.createTempDirectory("ouroboros-control");
            made.toFile().deleteOnExit();
            for (String file : FILES) {
                try (InputStream content = ControlTask.class.getResourceAsStream("control/" + file)) {
                    if (content == null) {
                        throw new IllegalStateException("the control task lacks " + file);
                    }
                    Path copy = made.resolve(file);
                    Files.copy(content, copy);
                    copy.toFile().deleteOnExit();
                }
            }
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException("the control task cannot be unpacked", e);
        }
    }
}
