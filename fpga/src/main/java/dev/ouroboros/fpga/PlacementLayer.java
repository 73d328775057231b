package dev.ouroboros.fpga;

import dev.ouroboros.engine.layer.DoctorCheck;
import dev.ouroboros.engine.layer.Layer;
import dev.ouroboros.engine.layer.LayerOptions;
import dev.ouroboros.engine.layer.PartSupport;
import dev.ouroboros.engine.layer.Stage;
import dev.ouroboros.engine.task.Part;
import dev.ouroboros.engine.task.TaskException;
import dev.ouroboros.hdl.task.DesignTask;
import dev.ouroboros.hdl.task.DesignTaskReader;
import dev.ouroboros.hdl.task.Ice40;
import dev.ouroboros.hdl.task.StandardCells;
import dev.ouroboros.hdl.tool.Programs;
import dev.ouroboros.hdl.tool.Toolbox;
import dev.ouroboros.hdl.tool.Versions;
import java.util.List;
import java.util.Map;

/**
 * What place and route adds to the layer {@code verilog}: packed logic cells, and the clock frequency as a constraint. What is made of
 * standard cells is not placed.
 */
public final class PlacementLayer implements Layer {
    @Override
    public String name() {
        return "verilog";
    }

    @Override
    public PartSupport support(Part part, LayerOptions options) throws TaskException {
        var task = DesignTaskReader.read(part);
        return switch (task.device()) {
            case Ice40 device -> new PartSupport(placing(part, task, device, options), List.of(), null, () -> {});
            case StandardCells _ -> new PartSupport(List.of(), List.of(), null, () -> {});
        };
    }

    private static List<Stage> placing(Part part, DesignTask task, Ice40 device, LayerOptions options) {
        Programs.find(Nextpnr.PROGRAM);
        var tools = new Toolbox(options.sandbox(), options.tools());
        var designs = new Netlists(part, task, tools);
        var nextpnr = new Nextpnr(tools, device);
        return List.of(new PackStage(designs, nextpnr), new ClockStage(designs, nextpnr, options.secret()));
    }

    @Override
    public List<DoctorCheck> doctorChecks() {
        return List.of(Doctor::packing);
    }

    @Override
    public Map<String, String> environment(LayerOptions options) {
        try {
            return Map.of(
                    "nextpnr",
                    Versions.of(new Toolbox(options.sandbox(), options.tools()), Nextpnr.PROGRAM, "--version"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Map.of();
        }
    }
}
