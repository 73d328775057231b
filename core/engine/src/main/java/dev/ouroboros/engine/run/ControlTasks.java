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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** The control tasks that the layers of a task bring. */
final class ControlTasks {
    private ControlTasks() {}

    /** Returns them in the order of the parts. */
    static List<Task> of(Task task, Layers layers) throws TaskException {
        var controls = new ArrayList<Task>();
        for (var part : task.parts()) {
            for (var layer : layers.named(part.layer())) {
                var folder = layer.controlTask();
                if (folder != null) {
                    controls.add(TaskReader.read(folder, new HashSet<>(layers.names())));
                }
            }
        }
        return controls;
    }

    /** Returns the seed with the last value of its first parameter, which has no effect on what is measured. */
    static Artifact challenger(Task control) {
        var part = control.parts().getFirst();
        var parameters = part.parameters().parameters();
        if (parameters.isEmpty() || parameters.getFirst().values().size() < 2) {
            throw new IllegalStateException("the control task " + control.name()
                    + " is broken: its first part needs a parameter of two values, which changes nothing");
        }
        var parameter = parameters.getFirst();
        var other = Setting.of(Map.of(parameter.name(), parameter.values().getLast()));
        try {
            return Patches.apply(
                    control.seed(), List.of(new ParameterSetting(part.name(), other)), control.editScope());
        } catch (PatchFailure e) {
            throw new IllegalStateException("the control task " + control.name() + " is broken: " + e.getMessage(), e);
        }
    }
}
