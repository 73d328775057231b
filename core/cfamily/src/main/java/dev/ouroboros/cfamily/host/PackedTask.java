package dev.ouroboros.cfamily.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A task that comes with a layer on the class path, in the folder {@code control} beside a class. */
public final class PackedTask {
    private final Class<?> owner;
    private final List<String> files;
    private @Nullable Path folder;

    /**
     * Of a layer.
     *
     * @param files of the task, {@code task.toml} included
     */
    public PackedTask(Class<?> owner, List<String> files) {
        this.owner = owner;
        this.files = List.copyOf(files);
    }

    /** Returns its folder, made at the first call and removed when the JVM ends. */
    public synchronized Path folder() {
        if (folder == null) {
            folder = unpack();
        }
        return folder;
    }

    private Path unpack() {
        try {
            Path made = Files.createTempDirectory("ouroboros-control");
            made.toFile().deleteOnExit();
            for (String file : files) {
                try (InputStream content = owner.getResourceAsStream("control/" + file)) {
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
