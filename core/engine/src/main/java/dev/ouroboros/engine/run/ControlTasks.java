package dev.ouroboros.engine.run;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.Patch.ParameterSetting;
import dev.ouroboros.engine.artifact.PatchFailure;
import dev.ouroboros.engine.artifact.Patches;
import dev.ouroboros.engine.layer.Layers;
import dev.ouroboros.engine.space.Setting;
import dev.ouroboros.engine.task.Task;
import dev.ouroboros.engine.task.TaskException;
import dev.ouroboros.engine.task.TaskReader;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The control task of a run: that of the first of its layers that brings one. */
final class ControlTasks {
    private ControlTasks() {}

    static @Nullable Task find(Task task, Layers layers) throws TaskException {
        for (var part : task.parts()) {
            for (var layer : layers.named(part.layer())) {
                var folder = layer.controlTask();
                if (folder != null) {
                    return TaskReader.read(folder, new HashSet<>(layers.names()));
                }
            }
        }
        return null;
    }

    /** Returns the seed with the last value of its first parameter, which has no effect on what is measured. */
    static Artifact challenger(Task control) {
        var part = control.parts().getFirst();
        var parameter = part.parameters().parameters().getFirst();
        var other = Setting.of(Map.of(parameter.name(), parameter.values().getLast()));
        try {
            return Patches.apply(
                    control.seed(), List.of(new ParameterSetting(part.name(), other)), control.editScope());
        } catch (PatchFailure e) {
            throw new IllegalStateException("the control task " + control.name() + " is broken: " + e.getMessage(), e);
        }
    }
}
