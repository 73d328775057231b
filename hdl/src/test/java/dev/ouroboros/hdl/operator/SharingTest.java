package dev.ouroboros.hdl.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operators that calculate once what was calculated several times. */
class SharingTest {
    @TempDir
    Path folder;

    @Test
    void whatIsCalculatedWithIsChosenInsteadOfTheResult() throws Exception {
        var source = """
                module t(input s, input [3:0] a, b, c, d, output reg [4:0] y);
                  always @* if (s) y = a + b; else y = c + d;
                endmodule
                """;
        var after = Rewritten.only("chosen-operands", source);
        assertTrue(after.contains("y = (((s) ? a : c) + ((s) ? b : d));"), after);
        Equivalence.assertEquivalent(folder, source, after);
    }

    @Test
    void aChoiceMovesThroughNetsThatAreCalculatedAlike() throws Exception {
        var source = """
                module t(input s, input [7:0] a, p, q, output [8:0] y);
                  wire [7:0] one, other;
                  wire [8:0] sum1, sum2;
                  assign one = 8'd128 - p;
                  assign other = 8'd128 - q;
                  assign sum1 = a - {1'b0, one};
                  assign sum2 = a - {1'b0, other};
                  assign y = s ? sum1 : sum2;
                endmodule
                """;
        var after = Rewritten.only("chosen-operands", source);
        assertTrue(after.contains("wire [7:0] chosen_one = (8'd128 - ((s) ? p : q));"), after);
        assertTrue(after.contains("assign y = (chosen_sum1);"), after);
        Equivalence.assertEquivalent(folder, source, after);
    }

    @Test
    void aSumAndADifferenceTakeOneAdder() throws Exception {
        var source = """
                module t(input s, input [3:0] a, b, output reg [4:0] y);
                  always @* if (s) y = a + b; else y = a - b;
                endmodule
                """;
        var after = Rewritten.only("one-adder", source);
        assertEquals(1, after.chars().filter(c -> c == '+').count(), after);
        Equivalence.assertEquivalent(folder, source, after);
    }

    @Test
    void branchesOfACaseShareAnAdder() throws Exception {
        var source = """
                module t(input [1:0] op, input [3:0] a, b, output reg [3:0] y);
                  reg c;
                  always @*
                    case (op)
                      0: {c, y} = a + b;
                      1: {c, y} = a - b;
                      2: {c, y} = b - a;
                      default: {c, y} = 0;
                    endcase
                endmodule
                """;
        var all = Rewritten.all("shared-adder", source);
        assertEquals(2, all.size());
        for (var after : all) {
            assertEquals(1, after.chars().filter(c -> c == '+').count(), after);
            Equivalence.assertEquivalent(folder, source, after);
        }
    }

    @Test
    void aNetIsCalculatedFromOthers() throws Exception {
        var source = """
                module t(input [3:0] a, b, c, output [3:0] p, q, r);
                  assign p = a * b;
                  assign q = a - b;
                  assign r = (b + 1) * a + c - b;
                endmodule
                """;
        var after = Rewritten.only("common-sums", source);
        assertTrue(after.contains("assign r = p + q + c;"), after);
        Equivalence.assertEquivalent(folder, source, after);
    }

    @Test
    void aComparisonFollowsFromTwoOthers() throws Exception {
        var source = """
                module t(input [3:0] a, b, output e, g, l);
                  assign e = a == b;
                  assign g = b < a;
                  assign l = a < b;
                endmodule
                """;
        var all = Rewritten.all("known-comparisons", source);
        assertTrue(all.stream().anyMatch(after -> after.contains("assign l = (!(e || g));")), all::toString);
        for (var after : all) {
            Equivalence.assertEquivalent(folder, source, after);
        }
    }

    @Test
    void bitsThatAreComparedAreWords() throws Exception {
        var source = """
                module t(input [2:0] a, b, output g, e);
                  assign g = (a[2] > b[2]) || ((a[2] == b[2]) && (a[1] > b[1]))
                    || ((a[2] == b[2]) && (a[1] == b[1]) && (a[0] > b[0]));
                  assign e = a[2] == b[2] && a[1] == b[1] && a[0] == b[0];
                endmodule
                """;
        var all = Rewritten.all("bitwise-comparisons", source);
        assertEquals(3, all.size());
        assertTrue(all.getFirst().contains("assign g = (a > b);\n  assign e = (a == b);"), all.getFirst());
        Equivalence.assertEquivalent(folder, source, all.getFirst());
    }

    @Test
    void aGapInTheBitsIsLeftAlone() throws Exception {
        assertEquals(0, Rewritten.all("bitwise-comparisons", """
                module t(input [3:0] a, b, output g);
                  assign g = (a[3] > b[3]) || ((a[3] == b[3]) && (a[1] > b[1]));
                endmodule
                """).size());
    }

    @Test
    void aDecoderIsMadeOfTwo() throws Exception {
        var source = """
                module t(input [3:0] n, output [15:0] y);
                  assign y = {{15{1'b0}}, 1'b1} << n;
                endmodule
                """;
        var after = Rewritten.only("decoders", source);
        assertFalse(after.contains("<<"), after);
        Equivalence.assertEquivalent(folder, source, after);
    }

    @Test
    void whatDependsOnFewBitsIsLookedUp() throws Exception {
        var source = """
                module t(input [2:0] n, output [4:0] y);
                  assign y = 10 + n * 3;
                endmodule
                """;
        var after = Rewritten.only("lookup-tables", source);
        assertFalse(after.contains("*"), after);
        Equivalence.assertEquivalent(folder, source, after);
    }
}
