package dev.ouroboros.hdl.stage;

import dev.ouroboros.engine.layer.DoctorCheck.Finding;
import dev.ouroboros.engine.process.ToolMissing;
import dev.ouroboros.hdl.netlist.DesignProblem;
import dev.ouroboros.hdl.proof.Abc;
import dev.ouroboros.hdl.proof.Obligation;
import dev.ouroboros.hdl.proof.Prover;
import dev.ouroboros.hdl.proof.Verdict;
import dev.ouroboros.hdl.tool.Design;
import dev.ouroboros.hdl.tool.Toolbox;
import dev.ouroboros.hdl.tool.Versions;
import dev.ouroboros.hdl.tool.Yosys;
import java.time.Duration;
import java.util.List;
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
            var tools = Toolbox.onThisMachine();
            String version = Versions.of(tools, Yosys.PROGRAM, "-V");
            if (Versions.isOlder(version, Yosys.LEAST)) {
                return missing("Yosys", version + " is too old; " + Yosys.LEAST + " is needed", "yosys");
            }
            new Yosys(tools).synthesize(Design.sample(COUNTER), List.of());
            return Finding.works("Yosys", "synthesizes; " + version);
        } catch (DesignProblem e) {
            return missing("Yosys", String.valueOf(e.getMessage()), "yosys");
        } catch (ToolMissing e) {
            return missing("Yosys", "not installed", "yosys");
        }
    }

    /** ABC proves that two counters are alike. */
    public static Finding proof() throws InterruptedException {
        try {
            var tools = Toolbox.onThisMachine();
            var yosys = new Yosys(tools);
            var obligation = new Obligation(
                    yosys.elaborate(Design.sample(COUNTER)), yosys.elaborate(Design.sample(OTHER_COUNTER)), null, 0);
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
}
