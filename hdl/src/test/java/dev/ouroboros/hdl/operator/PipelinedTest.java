package dev.ouroboros.hdl.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PipelinedTest {
    private static final String MAC = """
            module t(input clk, input rst, input signed [3:0] a, input signed [3:0] b, input signed [7:0] c,
                output reg signed [8:0] y);
              always @(posedge clk) if (rst) y <= 0; else y <= a * b + c;
            endmodule
            """;

    private static List<String> rewritten(String source, int latency) {
        return new SourceOperator("pipelined", new Pipelined("t", "clk", true, latency)).rewritten(source);
    }

    @Test
    void aProductIsCutOffFromItsSumAndTheRestComesAsLate() {
        var best = rewritten(MAC, 1).getFirst();
        assertTrue(best.contains("wire signed [8:0] stage = a * b;"), best);
        assertTrue(best.contains("always @(posedge clk) c_1 <= c;"), best);
        assertTrue(best.contains("if (rst_1) y <= 0; else y <= stage_1 + c_1;"), best);
    }

    @Test
    void whatIsReadBeforeASumThatKeepsItselfIsCutOffFromThat() {
        var source = MAC.replace("a * b + c", "y + a * b");
        var best = rewritten(source, 1).getFirst();
        assertTrue(best.contains("if (rst_1) y <= 0; else y <= y + stage_1;"), best);
    }

    @Test
    void moreRegistersThanThereAreStepsStandOneBehindTheOther() {
        var last = rewritten(MAC, 3).getLast();
        assertTrue(last.contains("stage_1 <= stage; stage_2 <= stage_1; stage_3 <= stage_2;"), last);
    }

    @Test
    void aRegisterThatOnlyDelaysMovesIntoTheMiddle() {
        var source = """
                module t(input clk, input [7:0] a, input [7:0] b, input [15:0] c, output [16:0] y);
                  reg [16:0] sum;
                  always @(posedge clk) sum <= a * b + c;
                  assign y = sum;
                endmodule
                """;
        var moved = rewritten(source, 0);
        assertEquals(1, moved.size(), moved::toString);
        assertTrue(moved.getFirst().contains("assign sum_now = stage_1 + c_1;"), moved::toString);
        assertTrue(moved.getFirst().contains("assign y = sum_now;"), moved::toString);
    }

    @Test
    void aRegisterWithAResetStays() {
        assertEquals(List.of(), rewritten(MAC, 0));
    }

    @Test
    void aModuleThatNobodyKnowsTheStepsOfIsLeftAlone() {
        assertEquals(List.of(), rewritten(MAC.replace("always", "other u(.a(a), .y(c2)); always"), 1));
        assertEquals(List.of(), rewritten(MAC.replace("module t", "module u"), 1));
    }
}
