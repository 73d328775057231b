package dev.ouroboros.benchmarks;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.ParameterFile;
import dev.ouroboros.engine.layer.LayerOptions;
import dev.ouroboros.engine.measure.SecretRandom;
import dev.ouroboros.engine.process.DefaultToolRunner;
import dev.ouroboros.engine.process.Sandbox;
import dev.ouroboros.engine.process.Sandboxes;
import dev.ouroboros.engine.space.Setting;
import dev.ouroboros.engine.task.Part;
import dev.ouroboros.engine.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Variants of a task in C, as programs compare them. */
final class NativeTasks {
    private NativeTasks() {}

    /** Returns what the outside gives the layer. */
    static LayerOptions options() throws InterruptedException {
        if (Sandboxes.detect() instanceof Sandboxes.Detection.Works(Sandbox sandbox)) {
            return new LayerOptions(null, sandbox, new DefaultToolRunner(), SecretRandom.fromSystem());
        }
        throw new IllegalStateException("there is no sandbox on this machine; ./ouroboros doctor says how to mend it");
    }

    /** Returns the seed with some parameters set. */
    static Artifact with(Task task, Map<String, Object> values) {
        Part part = task.parts().getFirst();
        Setting setting = part.parameters().defaults();
        for (Map.Entry<String, Object> value : values.entrySet()) {
            setting = setting.with(value.getKey(), value.getValue());
        }
        return task.seed().with(Artifact.parametersPath(part.name()), ParameterFile.write(setting));
    }

    /** Returns the seed with the files of an exported candidate in their places. */
    static Artifact exported(Task task, Path folder) throws IOException {
        Part part = task.parts().getFirst();
        Artifact artifact = task.seed();
        for (String file : part.files()) {
            String path = part.name() + "/" + file;
            artifact = artifact.with(path, Files.readString(folder.resolve(path)));
        }
        String parameters = Artifact.parametersPath(part.name());
        return Files.exists(folder.resolve(parameters))
                ? artifact.with(parameters, Files.readString(folder.resolve(parameters)))
                : artifact;
    }
}
