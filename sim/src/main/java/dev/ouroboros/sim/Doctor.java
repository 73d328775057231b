package dev.ouroboros.sim;

import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.layer.DoctorCheck.Finding;
import dev.ouroboros.engine.process.ToolMissing;
import dev.ouroboros.hdl.netlist.DesignProblem;
import dev.ouroboros.hdl.tool.Design;
import dev.ouroboros.hdl.tool.Toolbox;
import dev.ouroboros.hdl.tool.Versions;
import dev.ouroboros.sim.Layout.Clock;
import dev.ouroboros.sim.Layout.Slot;
import dev.ouroboros.sim.Stimulus.Episode;
import java.util.List;

/** What {@code doctor} looks at, by simulating a counter. */
final class Doctor {
    private static final String WHAT = "Verilator";
    private static final int STEP = 3;
    private static final String COUNTER = """
            module top(input clk, input [3:0] by, output reg [3:0] n = 0);
              always @(posedge clk) n <= n + by;
            endmodule
            """;

    private Doctor() {}

    static Finding simulation() throws InterruptedException {
        var tools = Toolbox.onThisMachine();
        try {
            String version = Versions.of(tools, Verilator.PROGRAM, "--version");
            if (Versions.isOlder(version, Verilator.LEAST)) {
                return missing(version + " is too old; " + Verilator.LEAST + " is needed");
            }
            var verilator =
                    new Verilator(tools, Precompiled.of(tools, Precompiled.cache(), Effort.SCREEN.optimization()));
            int counted = count(verilator);
            return counted == STEP
                    ? Finding.works(WHAT, "simulates; " + version)
                    : missing("a counter counts to " + counted + " instead of " + STEP);
        } catch (DesignProblem | CandidateFailure | IllegalStateException e) {
            return missing(String.valueOf(e.getMessage()));
        } catch (ToolMissing e) {
            return missing(e.tool() + " is not installed");
        }
    }

    private static int count(Verilator verilator) throws DesignProblem, CandidateFailure, InterruptedException {
        var layout = new Layout(Clock.RISING, List.of(new Slot("by", 4, 0)), List.of(new Slot("n", 4, 0)));
        var design = Design.sample(COUNTER);
        Model model = verilator.build(design, new Wrapper("bench", design.task(), layout));
        var stimulus = new Stimulus(List.of(new Episode(List.of(new int[] {STEP}, new int[] {STEP}), 0, 0)));
        return verilator.run(model, stimulus, List.of(Lane.ZEROS)).word(0, 0, 1, 0);
    }

    private static Finding missing(String detail) {
        return new Finding(
                WHAT, false, detail, "simulation in the verilog layer", "sudo apt-get install verilator g++");
    }
}
