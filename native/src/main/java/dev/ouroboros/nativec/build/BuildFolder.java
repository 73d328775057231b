package dev.ouroboros.nativec.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** A folder of sources that a sandboxed tool reads, removed when it is closed. */
record BuildFolder(Path path) implements AutoCloseable {
    private static final String HEADER = "ouroboros_kernel.h";

    /** Returns a new one that holds the kernel header and the given files. */
    static BuildFolder of(Map<String, String> files) {
        try {
            var folder = new BuildFolder(Files.createTempDirectory("ouroboros-build"));
            folder.write(HEADER, header());
            for (Map.Entry<String, String> file : files.entrySet()) {
                folder.write(file.getKey(), file.getValue());
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("the sources cannot be laid out for the compiler", e);
        }
    }

    /** Writes one more file, in folders of its own if its name has some. */
    void write(String name, String content) throws IOException {
        Path file = path.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the compiler's folder cannot be removed", e);
        }
    }

    private static String header() throws IOException {
        try (var content = BuildFolder.class.getResourceAsStream("/dev/ouroboros/nativec/" + HEADER)) {
            if (content == null) {
                throw new IllegalStateException("the kernel header is not on the class path");
            }
            return new String(content.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
