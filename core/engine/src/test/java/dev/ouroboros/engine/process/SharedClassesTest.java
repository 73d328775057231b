package dev.ouroboros.engine.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedClassesTest {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC");

    @TempDir
    Path folder;

    @Test
    void aWorkerTakesItsClassesFromTheArchive() throws Exception {
        var classPath = program();
        var archive = SharedClasses.of(JAVA, OPTIONS, classPath, List.of()).orElseThrow();
        assertEquals(
                archive, SharedClasses.of(JAVA, OPTIONS, classPath, List.of()).orElseThrow());
        try (var files = Files.list(folder)) {
            assertEquals(2, files.count(), "lib, the archive, and nothing half made");
        }

        var log = folder.resolve("loaded.txt");
        var line = new ArrayList<String>(List.of(JAVA.toString()));
        line.addAll(OPTIONS);
        line.addAll(SharedClasses.options(archive));
        line.addAll(List.of("-Xlog:class+load:file=" + log, "-cp", joined(classPath), Rehearsal.class.getName()));
        var result = new DefaultToolRunner().run(new ToolCall(line, folder, Map.of(), Duration.ofMinutes(1), 1 << 14));
        assertTrue(result.succeeded(), result::toString);
        assertEquals("", result.out());
        var frame = Files.readAllLines(log).stream()
                .filter(loaded -> loaded.contains(Frame.class.getName() + " "))
                .findFirst()
                .orElseThrow();
        assertTrue(frame.contains("shared objects file"), frame);
    }

    @Test
    void thereIsNoneForClassesInFoldersOrWhereNothingCanBeWritten() throws Exception {
        assertTrue(SharedClasses.of(JAVA, OPTIONS, List.of(folder), List.of()).isEmpty());
        assertTrue(SharedClasses.of(JAVA, OPTIONS, program(), List.of("no.such.Name"))
                .isEmpty());
        try (var files = Files.list(folder)) {
            assertFalse(files.anyMatch(file -> file.toString().contains("workers")));
        }
    }

    /** Lays out jars as an installation does. */
    private List<Path> program() throws IOException, URISyntaxException {
        var lib = Files.createDirectories(folder.resolve("lib"));
        var engine = lib.resolve("engine.jar");
        var classes = origin(Frame.class);
        try (var jar = new JarOutputStream(Files.newOutputStream(engine));
                var files = Files.walk(classes)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                jar.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, jar);
            }
        }
        return List.of(
                engine,
                origin(tools.jackson.databind.json.JsonMapper.class),
                origin(tools.jackson.core.JsonParser.class),
                origin(com.fasterxml.jackson.annotation.JsonProperty.class));
    }

    private static Path origin(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static String joined(List<Path> classPath) {
        return classPath.stream().map(Path::toString).collect(Collectors.joining(":"));
    }
}
