package dev.ouroboros.fpga;

import dev.ouroboros.engine.layer.DoctorCheck;
import dev.ouroboros.engine.layer.Layer;
import dev.ouroboros.engine.layer.LayerOptions;
import dev.ouroboros.engine.layer.PartSupport;
import dev.ouroboros.engine.task.Part;
import dev.ouroboros.engine.task.TaskException;
import dev.ouroboros.hdl.synth.Aim;
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
 * What place and route adds to the layer {@code verilog}: packed logic cells, and the clock frequency as a constraint or as
 * the objective. What is made of standard cells is not placed.
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
            case Ice40 device -> placing(part, task, device, options);
            case StandardCells _ -> new PartSupport(List.of(), List.of(), null, () -> {});
        };
    }

    private static PartSupport placing(Part part, DesignTask task, Ice40 device, LayerOptions options) {
        Programs.find(Nextpnr.PROGRAM);
        var tools = new Toolbox(options.sandbox(), options.tools());
        var designs = new Netlists(part, task, tools);
        var nextpnr = new Nextpnr(tools, device);
        var pack = new PackStage(designs, nextpnr);
        if (Aim.of(part) == Aim.SMALL) {
            var clock = new ClockStage(designs, nextpnr, options.secret());
            return new PartSupport(List.of(pack, clock), List.of(), null, () -> {});
        }
        var race = new FrequencyBench(designs, nextpnr, options.secret());
        var way = new WayStage(designs, nextpnr, options.secret().nextInt(1, Integer.MAX_VALUE));
        return new PartSupport(List.of(pack, way), List.of(), race, () -> {});
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
