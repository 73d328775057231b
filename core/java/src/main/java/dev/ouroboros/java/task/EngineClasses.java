package dev.ouroboros.java.task;

import dev.ouroboros.engine.space.Grid;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Class files of the engine that runs, for code that is built on a part of it. */
final class EngineClasses {
    private static final String CLASS = ".class";

    private EngineClasses() {}

    /** Returns those of the package of grids and points, and the annotations of the engine's sources, by binary name. */
    static Map<String, byte[]> space() {
        String folder = Grid.class.getPackageName().replace('.', '/') + "/";
        Map<String, byte[]> classes = new TreeMap<>();
        try {
            for (Class<?> annotation : List.of(Nullable.class, NullMarked.class)) {
                classes.put(annotation.getName(), bytes(annotation.getName().replace('.', '/') + CLASS));
            }
            for (String file : files(origin())) {
                if (file.startsWith(folder) && file.endsWith(CLASS) && !file.endsWith("package-info" + CLASS)) {
                    classes.put(
                            file.substring(0, file.length() - CLASS.length()).replace('/', '.'), bytes(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the engine's own classes cannot be read", e);
        }
        return classes;
    }

    private static List<String> files(Path origin) throws IOException {
        if (Files.isDirectory(origin)) {
            try (Stream<Path> files = Files.walk(origin)) {
                return files.map(file -> origin.relativize(file).toString()).toList();
            }
        }
        try (var jar = new JarFile(origin.toFile())) {
            return jar.stream().map(entry -> entry.getName()).toList();
        }
    }

    private static byte[] bytes(String file) throws IOException {
        try (InputStream content = Grid.class.getClassLoader().getResourceAsStream(file)) {
            if (content == null) {
                throw new IOException("no " + file);
            }
            return content.readAllBytes();
        }
    }

    private static Path origin() {
        try {
            return Path.of(Grid.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("where the engine comes from is no path", e);
        }
    }
}
