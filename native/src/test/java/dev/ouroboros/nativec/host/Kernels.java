package dev.ouroboros.nativec.host;

import dev.ouroboros.cfamily.host.Defence;
import dev.ouroboros.cfamily.host.Workshop;
import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.ParameterFile;
import dev.ouroboros.engine.measure.SecretRandom;
import dev.ouroboros.engine.process.DefaultToolRunner;
import dev.ouroboros.engine.process.Sandbox;
import dev.ouroboros.engine.process.Sandboxes;
import dev.ouroboros.engine.process.Sandboxes.Detection;
import dev.ouroboros.engine.task.Part;
import dev.ouroboros.engine.task.Task;
import dev.ouroboros.engine.task.TaskException;
import dev.ouroboros.engine.task.TaskReader;
import dev.ouroboros.nativec.build.Sanitizer;
import dev.ouroboros.nativec.build.Toolbox;
import dev.ouroboros.nativec.task.NativeTask;
import dev.ouroboros.nativec.task.NativeTaskReader;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** A small matrix product in C, and what it takes to judge it. */
final class Kernels {
    static final Sandbox SANDBOX = sandbox();
    static final Toolbox TOOLBOX = new Toolbox(SANDBOX, new DefaultToolRunner());
    static final NativeTarget TARGET = new NativeTarget(SANDBOX, true);
    static final Task TASK = task("/dev/ouroboros/nativec/product");
    static final Part PART = TASK.parts().getFirst();

    private Kernels() {}

    static Workshop workshop() throws TaskException {
        return workshopWithout();
    }

    static Workshop workshopWithout(Defence... off) throws TaskException {
        Set<Defence> on = new TreeSet<>(Defence.ALL);
        on.removeAll(Set.of(off));
        return Support.workshop(PART, nativeTask(), TOOLBOX, TARGET, SecretRandom.fromSystem(), on);
    }

    static SanitizeStage sanitize() throws TaskException {
        NativeTask task = nativeTask();
        return new SanitizeStage(PART, task, new Sanitizer(TOOLBOX, task), SecretRandom.fromSystem());
    }

    static Artifact artifact(String source) {
        return TASK.seed().with("kernel/product.c", source);
    }

    static Artifact with(Map<String, Object> parameters) {
        var setting = PART.parameters().defaults();
        for (var parameter : parameters.entrySet()) {
            setting = setting.with(parameter.getKey(), parameter.getValue());
        }
        return TASK.seed().with("kernel/parameters.json", ParameterFile.write(setting));
    }

    static Task task(String resource) {
        try {
            var folder = Kernels.class.getResource(resource);
            return TaskReader.read(Path.of(Objects.requireNonNull(folder).toURI()), Set.of("c"));
        } catch (TaskException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static NativeTask nativeTask() throws TaskException {
        return NativeTaskReader.read(PART);
    }

    private static Sandbox sandbox() {
        try {
            if (Sandboxes.detect() instanceof Detection.Works(Sandbox sandbox)) {
                return sandbox;
            }
            throw new IllegalStateException("these tests need bubblewrap: apt-get install bubblewrap");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
