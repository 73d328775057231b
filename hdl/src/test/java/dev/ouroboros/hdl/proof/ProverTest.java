package dev.ouroboros.hdl.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.ouroboros.hdl.netlist.Circuit;
import dev.ouroboros.hdl.task.DesignTask;
import dev.ouroboros.hdl.tool.Yosys;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Real designs through the real tools. */
class ProverTest {
    private static final DesignTask CLOCKED = Designs.clocked(Designs.RESET, 0);
    private static final DesignTask COMBINATIONAL = Designs.combinational();

    private static final String POPCOUNT = """
            module top(input clk, input rst, input [15:0] x, output reg [4:0] y);
              integer i; reg [4:0] s;
              always @* begin s = 0; for (i = 0; i < 16; i = i + 1) s = s + x[i]; end
              always @(posedge clk) if (rst) y <= 0; else y <= s;
            endmodule
            """;

    private static final String TREE = """
            module top(input clk, input rst, input [15:0] x, output reg [4:0] y);
              function [2:0] four(input [3:0] a); four = {2'b0, a[0]} + {2'b0, a[1]} + {2'b0, a[2]} + {2'b0, a[3]}; endfunction
              wire [3:0] low = four(x[3:0]) + four(x[7:4]);
              wire [3:0] high = four(x[11:8]) + four(x[15:12]);
              always @(posedge clk) if (rst) y <= 0; else y <= low + high;
            endmodule
            """;

    @Test
    void aRestructuredAdderTreeIsProved() throws Exception {
        assertProved(Designs.compare(CLOCKED, POPCOUNT, TREE.replace("low + high", "{1'b0, low} + {1'b0, high}")));
    }

    @Test
    void aLostCarryIsRefutedByARunThatShowsIt() throws Exception {
        String lossy = TREE.replace("low + high", "{2'b0, low[2:0]} + {1'b0, high}");
        var refuted = assertInstanceOf(Verdict.Refuted.class, Designs.compare(CLOCKED, POPCOUNT, lossy));
        Counterexample run = refuted.counterexample();
        assertEquals("candidate.y", run.mismatch().label());
        List<String> last = run.cycles().getLast();
        int seed = run.signals().size() - 2;
        assertEquals("seed.y", run.signals().get(seed).label());
        assertEquals(8, Integer.parseInt(last.get(seed), 2) - Integer.parseInt(last.get(seed + 1), 2), last::toString);
    }

    @Test
    void aRareMismatchIsFoundByTheEnginesAndReplayed() throws Exception {
        String trap = POPCOUNT.replace("y <= s", "y <= s + (x == 16'h9a41)");
        assertInstanceOf(Verdict.Refuted.class, Designs.compare(CLOCKED, POPCOUNT, trap));
    }

    @Test
    void aStateMachineWithOtherCodesIsProved() throws Exception {
        String binary = """
                module top(input clk, input rst, input go, output busy, output done);
                  reg [1:0] s;
                  always @(posedge clk) if (rst) s <= 0; else case (s)
                    0: if (go) s <= 1;
                    1: s <= 2;
                    2: s <= go ? 2 : 3;
                    3: s <= 0;
                  endcase
                  assign busy = s == 1 || s == 2;
                  assign done = s == 3;
                endmodule
                """;
        String oneHot = """
                module top(input clk, input rst, input go, output busy, output done);
                  reg [3:0] s;
                  always @(posedge clk) if (rst) s <= 1; else begin
                    s[0] <= s[3] | (s[0] & ~go);
                    s[1] <= s[0] & go;
                    s[2] <= s[1] | (s[2] & go);
                    s[3] <= s[2] & ~go;
                  end
                  assign busy = s[1] | s[2];
                  assign done = s[3];
                endmodule
                """;
        assertProved(Designs.compare(CLOCKED, binary, oneHot));
        assertInstanceOf(
                Verdict.Refuted.class,
                Designs.compare(CLOCKED, binary, oneHot.replace("s[3] <= s[2] & ~go", "s[3] <= s[2]")));
    }

    @Test
    void aMultiplierThatDidNotChangeDoesNotBlockAProof() throws Exception {
        String seed = """
                module top(input clk, input rst, input [15:0] a, input [15:0] b, input s, output reg [31:0] y);
                  reg [15:0] c, d;
                  reg [31:0] p;
                  always @(posedge clk) if (rst) begin c <= 0; d <= 0; p <= 0; y <= 0; end else begin
                    c <= a; d <= b; p <= c * d; y <= p + (s ? y : 0);
                  end
                endmodule
                """;
        assertProved(Designs.compare(CLOCKED, seed, seed.replace("p + (s ? y : 0)", "s ? p + y : p")));
    }

    @Test
    void aRestructuredProductOfEightBitsIsProved() throws Exception {
        String seed = "module top(input [7:0] a, input [7:0] b, output [15:0] y); assign y = a * b; endmodule";
        String split = """
                module top(input [7:0] a, input [7:0] b, output [15:0] y);
                  assign y = a * b[3:0] + ((a * b[7:4]) << 4);
                endmodule
                """;
        assertProved(Designs.compare(COMBINATIONAL, seed, split));
    }

    @Test
    void aPipelineIsProvedUnderADeclaredLatencyOnly() throws Exception {
        String seed = """
                module top(input clk, input rst, input [3:0] a, output reg [3:0] y);
                  always @(posedge clk) if (rst) y <= 0; else y <= a * 3;
                endmodule
                """;
        String later = """
                module top(input clk, input rst, input [3:0] a, output reg [3:0] y);
                  reg [3:0] b;
                  always @(posedge clk) if (rst) begin y <= 0; b <= 0; end else begin b <= a; y <= b * 3; end
                endmodule
                """;
        assertProved(Designs.compare(Designs.clocked(Designs.RESET, 1), seed, later));
        assertInstanceOf(Verdict.Refuted.class, Designs.compare(CLOCKED, seed, later));
    }

    @Test
    void theSynthesizedNetlistIsProvedByModelsOfOurOwn() throws Exception {
        Circuit written = Designs.circuit(CLOCKED, POPCOUNT);
        var synthesis = Machine.YOSYS.synthesize(Designs.design(CLOCKED, POPCOUNT), List.of());
        assertProved(Designs.verdict(CLOCKED, written, Yosys.circuit(synthesis, Designs.design(CLOCKED, POPCOUNT))));
        var other = Machine.YOSYS.synthesize(
                Designs.design(CLOCKED, POPCOUNT.replace("s + x[i]", "s + (x[i] & (i != 7))")), List.of());
        assertInstanceOf(
                Verdict.Refuted.class,
                Designs.verdict(CLOCKED, written, Yosys.circuit(other, Designs.design(CLOCKED, POPCOUNT))));
    }

    private static void assertProved(Verdict verdict) {
        assertInstanceOf(Verdict.Proved.class, verdict, verdict::toString);
    }
}
