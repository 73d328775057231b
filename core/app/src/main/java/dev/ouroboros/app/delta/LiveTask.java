package dev.ouroboros.app.delta;

import dev.ouroboros.engine.artifact.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A task that is built and measured on this machine while it is compared.
 *
 * @param folder with its {@code task.toml}
 * @param digest of all its files
 */
public record LiveTask(String name, Path folder, String digest) {

    /** Reads the task of a folder. */
    public static LiveTask read(Path folder) throws DeltaException {
        var its = folder.toAbsolutePath().normalize();
        if (!Files.isRegularFile(its.resolve("task.toml"))) {
            throw new DeltaException("there is no task in " + its + "; expected a folder with a task.toml");
        }
        try {
            var digest = Freezer.digest(its);
            return new LiveTask(String.valueOf(its.getFileName()), its, Digest.of(digest));
        } catch (IOException e) {
            throw new UncheckedIOException("the task in " + its + " cannot be read", e);
        }
    }
}
