package dev.ouroboros.app.delta;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.ParameterFile;
import dev.ouroboros.engine.task.Task;
import dev.ouroboros.engine.task.TaskException;
import dev.ouroboros.engine.task.TaskReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The body that both versions begin with, as a task.
 *
 * @param fixed sources beside those that may be edited: text by file
 * @param digest of all its files
 */
public record BodyTask(Task task, Map<String, String> fixed, String digest) {
    private static final String JAVA = ".java";

    public BodyTask {
        fixed = Map.copyOf(fixed);
    }

    /** Reads the task of a folder. */
    public static BodyTask read(Path folder) throws DeltaException {
        try {
            var task = TaskReader.read(folder, Set.of("java"));
            if (task.parts().size() != 1) {
                throw new DeltaException(
                        "the body in " + folder + " has " + task.parts().size() + " parts; expected one");
            }
            var fixed = new TreeMap<String, String>();
            try (var files = Files.list(task.folder())) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    var name = file.getFileName().toString();
                    if (name.endsWith(JAVA) && !task.parts().getFirst().files().contains(name)) {
                        fixed.put(name, Files.readString(file));
                    }
                }
            }
            return new BodyTask(task, fixed, Freezer.digest(task.folder()));
        } catch (TaskException e) {
            throw new DeltaException(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("the body in " + folder + " cannot be read", e);
        }
    }

    /** Returns it as nobody has edited it. */
    Body seed() {
        return Body.of(task.seed());
    }

    /**
     * Returns what a version made of it.
     *
     * @throws DeltaException if it touched what it may not
     */
    Body edited(Map<String, String> files) throws DeltaException {
        var mine = task.seed().files().keySet();
        if (!files.keySet().equals(mine)) {
            throw new DeltaException("its edit leaves the files " + files.keySet() + "; expected " + mine);
        }
        var body = Body.of(files);
        var setting = body.files().get(Artifact.parametersPath(part()));
        if (setting != null) {
            try {
                var complaint = task.parts().getFirst().parameters().complaint(ParameterFile.read(setting));
                if (complaint != null) {
                    throw new DeltaException("its edit sets what there is not: " + complaint);
                }
            } catch (IllegalArgumentException e) {
                throw new DeltaException("its edit leaves no parameters: " + e.getMessage());
            }
        }
        return body;
    }

    /** Returns the sources of a body, text by file. */
    Map<String, String> sources(Body body) {
        var sources = new TreeMap<>(fixed);
        var prefix = part() + "/";
        body.files().forEach((path, text) -> {
            if (path.endsWith(JAVA)) {
                sources.put(path.substring(prefix.length()), text);
            }
        });
        return sources;
    }

    /** Returns the values of its parameters. */
    Map<String, Object> parameters(Body body) {
        var text = body.files().get(Artifact.parametersPath(part()));
        return text == null ? Map.of() : ParameterFile.read(text).values();
    }

    private String part() {
        return task.parts().getFirst().name();
    }
}
