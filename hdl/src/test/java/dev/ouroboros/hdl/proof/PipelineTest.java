package dev.ouroboros.hdl.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.EditScope;
import dev.ouroboros.engine.artifact.Patches;
import dev.ouroboros.hdl.operator.VerilogOperators;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the operators make later is proved under the latency that the task declares, and under no other. */
class PipelineTest {
    private static final String PATH = "design/top.v";

    private static final String MAC = """
            module top(input clk, input rst, input signed [3:0] a, input signed [3:0] b, input signed [7:0] c,
                output reg signed [8:0] y);
              always @(posedge clk) if (rst) y <= 0; else y <= a * b + c;
            endmodule
            """;

    private static final String TREE = """
            module top(input clk, input rst, input [31:0] x, output reg [9:0] y);
              wire [8:0] low = x[7:0] + x[15:8];
              wire [8:0] high = x[23:16] + x[31:24];
              always @(posedge clk) if (rst) y <= 0; else y <= low + high;
            endmodule
            """;

    private static final String ACCUMULATOR = """
            module top(input clk, input rst, input en, input [3:0] a, input [3:0] b, output reg [11:0] y);
              always @(posedge clk) if (rst) y <= 0; else if (en) y <= y + a * b;
            endmodule
            """;

    /** Returns what an operator makes of a seed, or of what another made of it. */
    private static List<String> rewritten(String operator, String seed, String source, int latency) throws Exception {
        var before = Artifact.of(Map.of()).with(PATH, source);
        var all = new ArrayList<String>();
        for (var each : VerilogOperators.of(Designs.clocked(Designs.RESET, latency), Map.of(PATH, seed))) {
            if (each.name().equals(operator)) {
                for (var patch : each.patches(before)) {
                    all.add(Patches.apply(before, patch, new EditScope(Set.of(PATH)))
                            .text(PATH));
                }
            }
        }
        return all;
    }

    private static void assertProved(String seed, String candidate, int latency) throws Exception {
        var verdict = Designs.compare(Designs.clocked(Designs.RESET, latency), seed, candidate);
        assertInstanceOf(Verdict.Proved.class, verdict, () -> verdict + "\n" + candidate);
    }

    @Test
    void oneRegisterMoreIsProved() throws Exception {
        for (var seed : List.of(MAC, TREE, ACCUMULATOR)) {
            assertProved(seed, rewritten("pipelined", seed, seed, 1).getFirst(), 1);
        }
    }

    @Test
    void twoRegistersMoreAreProved() throws Exception {
        for (var seed : List.of(MAC, TREE, ACCUMULATOR)) {
            assertProved(seed, rewritten("pipelined", seed, seed, 2).getFirst(), 2);
        }
    }

    @Test
    void anOperandThatIsNotDelayedIsRefuted() throws Exception {
        var pipelined = rewritten("pipelined", MAC, MAC, 1).getFirst();
        var early = pipelined.replace("stage_1 + c_1", "stage_1 + c");
        assertInstanceOf(Verdict.Refuted.class, Designs.compare(Designs.clocked(Designs.RESET, 1), MAC, early));
        assertInstanceOf(Verdict.Refuted.class, Designs.compare(Designs.clocked(Designs.RESET, 2), MAC, pipelined));
    }

    @Test
    void aResetThatIsNotDelayedIsRefuted() throws Exception {
        var early = rewritten("pipelined", MAC, MAC, 1).getFirst().replace("if (rst_1)", "if (rst)");
        assertInstanceOf(Verdict.Refuted.class, Designs.compare(Designs.clocked(Designs.RESET, 1), MAC, early));
    }

    @Test
    void registersThatWereAddedCanBeMoved() throws Exception {
        var plain = rewritten("pipelined", MAC, MAC, 1).getLast();
        var moved = rewritten("retimed", MAC, plain, 1);
        assertFalse(moved.isEmpty(), plain);
        assertProved(MAC, moved.getFirst(), 1);
    }

    @Test
    void whatIsLateAlreadyIsNotMadeLaterAgain() throws Exception {
        var pipelined = rewritten("pipelined", MAC, MAC, 1).getFirst();
        assertEquals(List.of(), rewritten("pipelined", MAC, pipelined, 1));
        assertEquals(List.of(), rewritten("retimed", MAC, MAC, 1));
    }
}
