package dev.ouroboros.hdl;

import dev.ouroboros.engine.layer.DoctorCheck;
import dev.ouroboros.engine.layer.Draft;
import dev.ouroboros.engine.layer.DraftException;
import dev.ouroboros.engine.layer.Layer;
import dev.ouroboros.engine.layer.LayerOptions;
import dev.ouroboros.engine.layer.PartSupport;
import dev.ouroboros.engine.task.Part;
import dev.ouroboros.engine.task.TaskException;
import dev.ouroboros.hdl.init.Drafter;
import dev.ouroboros.hdl.proof.Abc;
import dev.ouroboros.hdl.stage.Doctor;
import dev.ouroboros.hdl.stage.Support;
import dev.ouroboros.hdl.tool.Toolbox;
import dev.ouroboros.hdl.tool.Versions;
import dev.ouroboros.hdl.tool.Yosys;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The layer {@code verilog}: designs, proved to do what the seed does and counted after synthesis. */
public final class VerilogLayer implements Layer {
    @Override
    public String name() {
        return "verilog";
    }

    @Override
    public PartSupport support(Part part, LayerOptions options) throws TaskException {
        return Support.of(part, options);
    }

    @Override
    public List<DoctorCheck> doctorChecks() {
        return List.of(Doctor::synthesis, Doctor::proof);
    }

    @Override
    public @Nullable Draft draft(Path source, @Nullable String entry) throws DraftException {
        return draft(source, entry, null);
    }

    @Override
    public @Nullable Draft draft(Path source, @Nullable String entry, @Nullable String device) throws DraftException {
        String name = source.toString();
        return name.endsWith(".v") || name.endsWith(".sv") ? Drafter.draft(source, entry, device) : null;
    }

    @Override
    public Map<String, String> environment(LayerOptions options) {
        var tools = new Toolbox(options.sandbox(), options.tools());
        try {
            return Map.of(
                    "yosys",
                    Versions.of(tools, Yosys.PROGRAM, "-V"),
                    "abc",
                    Versions.of(tools, Abc.PROGRAM, "-c", "version"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Map.of();
        }
    }
}
