package dev.ouroboros.engine.process;

import dev.ouroboros.engine.artifact.Digest;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Archives of the classes that workers load (class data sharing, JEP 350): a worker that maps one starts in a fraction of the
 * time, and a block of measurements starts several. An archive lies beside the program's jars and is made when it is first
 * needed; where it cannot be made, workers start without.
 */
public final class SharedClasses {
    /** What a worker needs to use an archive in silence: what the JVM says of it would go to standard output. */
    private static final List<String> SILENT = List.of("-Xshare:auto", "-Xlog:disable");

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int CAP = 1 << 14;
    private static final Map<String, Optional<Path>> KNOWN = new ConcurrentHashMap<>();

    private SharedClasses() {}

    /**
     * Returns the archive for workers of this kind; empty if there is none. Its class path has to be theirs, to the letter.
     *
     * @param java the program that starts a JVM
     * @param options that workers start with
     * @param names of classes that they load besides those of the protocol
     */
    public static Optional<Path> of(Path java, List<String> options, List<Path> classPath, List<String> names) {
        if (!classPath.stream().allMatch(Files::isRegularFile)) {
            return Optional.empty();
        }
        var key = Digest.of(java + " " + options + " " + classPath + " " + names);
        return KNOWN.computeIfAbsent(key, _ -> find(key, java, options, classPath, names));
    }

    /** Returns the options for a worker that uses the archive. */
    public static List<String> options(Path archive) {
        var all = new ArrayList<>(SILENT);
        all.add("-XX:SharedArchiveFile=" + archive);
        return all;
    }

    private static Optional<Path> find(
            String key, Path java, List<String> options, List<Path> classPath, List<String> names) {
        var program = classPath.getFirst().toAbsolutePath().getParent();
        var folder = program == null ? null : program.getParent();
        if (folder == null || !Files.isWritable(folder)) {
            return Optional.empty();
        }
        var archive = folder.resolve("workers-" + key.substring(0, 12) + ".jsa");
        try {
            return Files.isRegularFile(archive) || make(archive, java, options, classPath, names)
                    ? Optional.of(archive)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Others may make the same at the same time: it appears as a whole or not at all. */
    private static boolean make(Path archive, Path java, List<String> options, List<Path> classPath, List<String> names)
            throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("ouroboros-classes");
        try {
            var made = folder.resolve("made.jsa");
            var line = new ArrayList<String>();
            line.add(java.toString());
            line.addAll(options);
            line.addAll(List.of("-Xlog:disable", "-XX:ArchiveClassesAtExit=" + made, "-cp"));
            line.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
            line.add(Rehearsal.class.getName());
            line.addAll(names);
            var result = new DefaultToolRunner().run(new ToolCall(line, folder, Map.of(), PATIENCE, CAP));
            if (!result.succeeded() || !Files.isRegularFile(made)) {
                return false;
            }
            var near = Files.createTempFile(archive.getParent(), "workers", ".new");
            Files.copy(made, near, StandardCopyOption.REPLACE_EXISTING);
            Files.move(near, archive, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } finally {
            try (var files = Files.list(folder)) {
                for (var file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }
}
