package dev.ouroboros.hdl.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder of one tool call: its inputs, and the empty files that it may fill. Closing it removes it. */
public final class WorkFolder implements AutoCloseable {
    private final Path folder;

    private WorkFolder(Path folder) {
        this.folder = folder;
    }

    /** Returns an empty one. */
    public static WorkFolder create() {
        try {
            return new WorkFolder(Files.createTempDirectory("ouroboros-hdl"));
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for a tool's files", e);
        }
    }

    public Path path() {
        return folder;
    }

    /** Writes an input; folders in its name are made. */
    public Path put(String name, byte[] content) {
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder)) {
            throw new IllegalArgumentException("the file " + name + " would lie outside of the folder");
        }
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + name + " cannot be written", e);
        }
    }

    /** Writes a text input. */
    public Path put(String name, String text) {
        return put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Makes empty files that a tool may fill. */
    public List<Path> outputs(String... names) {
        return Stream.of(names).map(name -> put(name, "")).toList();
    }

    /** Reads what a tool wrote. */
    public String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    /** Reads what a tool wrote. */
    public byte[] bytes(String name) {
        try {
            return Files.readAllBytes(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + name + " cannot be read", e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " cannot be removed", e);
        }
    }
}
