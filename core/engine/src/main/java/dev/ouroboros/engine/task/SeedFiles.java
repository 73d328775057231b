package dev.ouroboros.engine.task;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.Blob;
import dev.ouroboros.engine.artifact.ParameterFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/** The seed of a task: its editable files as they lie in its folder, and the defaults of its parameters. */
final class SeedFiles {
    private static final long MOST_BYTES = 16 << 20;

    private SeedFiles() {}

    /** Checks that {@code file} is a regular file inside {@code folder}. */
    static void check(Path folder, String file, Section table) throws TaskException {
        var path = folder.resolve(file).normalize();
        if (Path.of(file).isAbsolute() || !path.startsWith(folder)) {
            throw table.mistake("files", "names '" + file + "', which is not inside the task's folder");
        }
        if (Files.isDirectory(path)) {
            throw table.mistake("files", "names '" + file + "', which is a folder; expected a file");
        }
        if (!Files.exists(path)) {
            throw table.mistake("files", "names '" + file + "', but there is no " + path);
        }
        try {
            if (!path.toRealPath().startsWith(folder.toRealPath())) {
                throw table.mistake("files", "names '" + file + "', which leads out of the task's folder");
            }
            if (Files.size(path) > MOST_BYTES) {
                throw table.mistake("files", "names '" + file + "', which is larger than 16 MiB");
            }
        } catch (IOException e) {
            throw new TaskException("cannot read " + path + ": " + e, e);
        }
        if (file.equals(Artifact.PARAMETERS)) {
            throw table.mistake("files", "names '" + file + "', the file that parameter values are kept in");
        }
    }

    static Artifact of(Path folder, List<Part> parts) throws TaskException {
        var files = new TreeMap<String, Blob>();
        for (var part : parts) {
            for (var file : part.files()) {
                try {
                    files.put(part.name() + "/" + file, Blob.of(Files.readAllBytes(folder.resolve(file))));
                } catch (IOException e) {
                    throw new TaskException("cannot read " + folder.resolve(file) + ": " + e, e);
                }
            }
            if (!part.parameters().parameters().isEmpty()) {
                var text = ParameterFile.write(part.parameters().defaults());
                files.put(Artifact.parametersPath(part.name()), Blob.of(text.getBytes(StandardCharsets.UTF_8)));
            }
        }
        return Artifact.of(files);
    }
}
