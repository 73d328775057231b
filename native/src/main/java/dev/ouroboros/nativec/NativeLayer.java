package dev.ouroboros.nativec;

import dev.ouroboros.cfamily.host.PackedTask;
import dev.ouroboros.engine.layer.DoctorCheck;
import dev.ouroboros.engine.layer.Draft;
import dev.ouroboros.engine.layer.DraftException;
import dev.ouroboros.engine.layer.Layer;
import dev.ouroboros.engine.layer.LayerOptions;
import dev.ouroboros.engine.layer.PartSupport;
import dev.ouroboros.engine.task.Part;
import dev.ouroboros.engine.task.TaskException;
import dev.ouroboros.nativec.host.Doctor;
import dev.ouroboros.nativec.host.Support;
import dev.ouroboros.nativec.init.Drafter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The layer {@code c}: native functions, checked against a reference and timed on the processor of this machine. */
public final class NativeLayer implements Layer {
    private static final PackedTask CONTROL = new PackedTask(NativeLayer.class, List.of("task.toml", "copy.c"));

    @Override
    public String name() {
        return "c";
    }

    @Override
    public PartSupport support(Part part, LayerOptions options) throws TaskException {
        return Support.of(part, options);
    }

    @Override
    public List<DoctorCheck> doctorChecks() {
        return Doctor.checks(CONTROL.folder());
    }

    @Override
    public Map<String, String> environment(LayerOptions options) {
        return Doctor.environment(options.tools());
    }

    @Override
    public Path controlTask() {
        return CONTROL.folder();
    }

    @Override
    public @Nullable Draft draft(Path source, @Nullable String entry) throws DraftException {
        return source.toString().endsWith(".c") ? Drafter.draft(source, entry) : null;
    }
}
