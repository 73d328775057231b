package dev.ouroboros.sim;

import dev.ouroboros.engine.layer.DoctorCheck;
import dev.ouroboros.engine.layer.Layer;
import dev.ouroboros.engine.layer.LayerOptions;
import dev.ouroboros.engine.layer.PartSupport;
import dev.ouroboros.engine.layer.Stage;
import dev.ouroboros.engine.task.Part;
import dev.ouroboros.engine.task.TaskException;
import dev.ouroboros.hdl.task.Contract;
import dev.ouroboros.hdl.task.DesignTask;
import dev.ouroboros.hdl.task.DesignTaskReader;
import dev.ouroboros.hdl.tool.Programs;
import dev.ouroboros.hdl.tool.Toolbox;
import dev.ouroboros.hdl.tool.Versions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What simulation adds to the layer {@code verilog}: wrong candidates are found in a fraction of a second, with a run that shows it. */
public final class SimulationLayer implements Layer {
    @Override
    public String name() {
        return "verilog";
    }

    @Override
    public PartSupport support(Part part, LayerOptions options) throws TaskException {
        DesignTask task = DesignTaskReader.read(part);
        var tools = new Toolbox(options.sandbox(), options.tools());
        check(tools);
        Programs.find(Precompiled.COMPILER);
        var screen = new Workbench(Effort.SCREEN, part, task, tools, Precompiled.cache(), options.secret());
        var longRun = new Workbench(Effort.LONG, part, task, tools, Precompiled.cache(), options.secret());
        var stages = new ArrayList<Stage>(List.of(
                new LintStage(part, task, new Lint(tools)), new SimulationStage(screen), new SimulationStage(longRun)));
        if (task.contract() instanceof Contract.Streaming streaming) {
            stages.add(new StreamMeter(screen, streaming));
        }
        return new PartSupport(stages, List.of(), null, () -> {});
    }

    private static void check(Toolbox tools) {
        try {
            Versions.require(tools, Verilator.PROGRAM, Verilator.LEAST, "--version");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public List<DoctorCheck> doctorChecks() {
        return List.of(Doctor::simulation);
    }

    @Override
    public Map<String, String> environment(LayerOptions options) {
        try {
            return Map.of(
                    "verilator",
                    Versions.of(new Toolbox(options.sandbox(), options.tools()), Verilator.PROGRAM, "--version"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Map.of();
        }
    }
}
