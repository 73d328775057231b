package dev.ouroboros.hdl.stage;

import dev.ouroboros.engine.layer.DoctorCheck.Finding;
import dev.ouroboros.engine.process.DefaultToolRunner;
import dev.ouroboros.engine.process.NoSandbox;
import dev.ouroboros.engine.process.Sandbox;
import dev.ouroboros.engine.process.Sandboxes;
import dev.ouroboros.engine.process.ToolMissing;
import dev.ouroboros.hdl.netlist.DesignProblem;
import dev.ouroboros.hdl.proof.Abc;
import dev.ouroboros.hdl.proof.Obligation;
import dev.ouroboros.hdl.proof.Prover;
import dev.ouroboros.hdl.proof.Verdict;
import dev.ouroboros.hdl.task.Contract;
import dev.ouroboros.hdl.task.DesignTask;
import dev.ouroboros.hdl.task.Device;
import dev.ouroboros.hdl.tool.Design;
import dev.ouroboros.hdl.tool.Toolbox;
import dev.ouroboros.hdl.tool.Versions;
import dev.ouroboros.hdl.tool.Yosys;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What {@code doctor} looks at, by synthesizing and proving small designs. */
public final class Doctor {
    private static final String LAYER = "the verilog layer";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String COUNTER = """
            module top(input clk, input en, output reg [3:0] n = 0);
              always @(posedge clk) if (en) n <= n + 1;
            endmodule
            """;
    private static final String OTHER_COUNTER = """
            module top(input clk, input en, output reg [3:0] n = 0);
              always @(posedge clk) n <= n + {3'b0, en};
            endmodule
            """;

    private Doctor() {}

    /** Yosys synthesizes a counter. */
    public static Finding synthesis() throws InterruptedException {
        try {
            var tools = tools();
            new Yosys(tools).synthesize(design(COUNTER), List.of());
            return Finding.works("Yosys", "synthesizes; " + Versions.of(tools, Yosys.PROGRAM, "-V"));
        } catch (DesignProblem e) {
            return missing("Yosys", String.valueOf(e.getMessage()), "yosys");
        } catch (ToolMissing e) {
            return missing("Yosys", "not installed", "yosys");
        }
    }

    /** ABC proves that two counters are alike. */
    public static Finding proof() throws InterruptedException {
        try {
            var tools = tools();
            var yosys = new Yosys(tools);
            var obligation =
                    new Obligation(yosys.elaborate(design(COUNTER)), yosys.elaborate(design(OTHER_COUNTER)), null, 0);
            var verdict = new Prover(new Abc(tools), RandomGenerator.getDefault(), 1).byEngines(obligation, PATIENCE);
            return verdict instanceof Verdict.Proved(String engine)
                    ? Finding.works("equivalence proof", "two counters, by " + engine)
                    : missing("equivalence proof", String.valueOf(verdict), "berkeley-abc");
        } catch (DesignProblem e) {
            return missing("equivalence proof", String.valueOf(e.getMessage()), "yosys");
        } catch (ToolMissing e) {
            return missing("equivalence proof", e.tool() + " is not installed", "yosys berkeley-abc");
        }
    }

    private static Finding missing(String what, String detail, String packages) {
        return new Finding(what, false, detail, LAYER, "sudo apt-get install " + packages);
    }

    private static Design design(String source) {
        var task = new DesignTask(
                "top",
                "clk",
                null,
                new Contract.CycleExact(0),
                List.of(),
                Map.of(),
                Device.UP5K,
                List.of(List.of()),
                PATIENCE);
        return new Design(task, Map.of("top.v", source), Map.of());
    }

    /** Without one the tools still are processes of their own, good enough to look. */
    private static Toolbox tools() throws InterruptedException {
        Sandbox sandbox =
                Sandboxes.detect() instanceof Sandboxes.Detection.Works(Sandbox works) ? works : new NoSandbox();
        return new Toolbox(sandbox, new DefaultToolRunner());
    }
}
