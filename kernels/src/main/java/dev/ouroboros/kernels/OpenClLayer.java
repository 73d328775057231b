package dev.ouroboros.kernels;

import dev.ouroboros.cfamily.host.PackedTask;
import dev.ouroboros.engine.layer.DoctorCheck;
import dev.ouroboros.engine.layer.Layer;
import dev.ouroboros.engine.layer.LayerOptions;
import dev.ouroboros.engine.layer.PartSupport;
import dev.ouroboros.engine.task.Part;
import dev.ouroboros.engine.task.TaskException;
import dev.ouroboros.kernels.host.Doctor;
import dev.ouroboros.kernels.host.Support;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The layer {@code opencl}: compute kernels, checked against a reference and timed on a device. */
public final class OpenClLayer implements Layer {
    private static final PackedTask CONTROL = new PackedTask(OpenClLayer.class, List.of("task.toml", "copy.cl"));

    private final Support support = new Support();

    @Override
    public String name() {
        return "opencl";
    }

    @Override
    public PartSupport support(Part part, LayerOptions options) throws TaskException {
        return support.of(part, options);
    }

    @Override
    public List<DoctorCheck> doctorChecks() {
        return Doctor.checks(CONTROL.folder());
    }

    @Override
    public Map<String, String> environment(LayerOptions options) {
        return support.environment(options);
    }

    @Override
    public Path controlTask() {
        return CONTROL.folder();
    }
}
