package dev.ouroboros.hdl.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConstantProductsTest {
    @TempDir
    Path folder;

    private static String module(String ports, String expression) {
        return "module t(" + ports + ");\n  assign y = " + expression + ";\nendmodule\n";
    }

    @Test
    void equalFactorsAreAddedFirst() throws Exception {
        var source = module("input signed [3:0] a, b, output signed [8:0] y", "7 * a + 7 * b");
        var after = Rewritten.only("constant-sums", source);
        assertEquals("""
                module t(input signed [3:0] a, b, output signed [8:0] y);
                  wire signed [4:0] sum = a + b;
                  wire signed [8:0] sum_2 = (sum <<< 3) - sum;
                  assign y = sum_2;
                endmodule
                """, after);
        Equivalence.assertEquivalent(folder, source, after);
    }

    @Test
    void eachProductKeepsItsPlaceInTheSum() throws Exception {
        var source = module("input signed [3:0] a, b, output signed [8:0] y", "b - 7 * a + b * 3");
        var after = Rewritten.only("constant-products", source);
        assertEquals("""
                module t(input signed [3:0] a, b, output signed [8:0] y);
                  wire signed [7:0] sum = (a <<< 3) - a;
                  wire signed [6:0] sum_2 = (b <<< 2) - b;
                  assign y = b - (sum) + (sum_2);
                endmodule
                """, after);
        Equivalence.assertEquivalent(folder, source, after);
    }

    @Test
    void everySumIsEquivalent() throws Exception {
        for (var source : List.of(
                module("input [3:0] a, b, output [8:0] y", "13 * a + 11 * b + 5"),
                module("input [3:0] a, input signed [3:0] b, output [8:0] y", "13 * a - 11 * b"),
                module("input signed [3:0] a, b, output [3:0] y", "-(a * -5) - (b - 3 * a) * 7"),
                module("input [3:0] a, b, output [11:0] y", "(a << 2) * 5 + {b, a} * 3 - 100"),
                module("input s, input [3:0] a, b, output [7:0] y", "s ? a * 11 : b * 13 + a"))) {
            for (var operator : List.of("constant-sums", "constant-products")) {
                for (var after : Rewritten.all(operator, source)) {
                    Equivalence.assertEquivalent(folder, source, after);
                }
            }
        }
    }

    @Test
    void aNegativeFactorInUnsignedArithmeticIsLeftAlone() throws Exception {
        var source = "module t(input [3:0] a, output [8:0] y); localparam signed [3:0] C = -3;"
                + " assign y = C * a; endmodule\n";
        assertEquals(List.of(), Rewritten.all("constant-sums", source));
    }

    @Test
    void aVariableThatIsAssignedBeforeInTheSameBlockIsLeftAlone() throws Exception {
        var source = """
                module t(input [3:0] a, output reg [8:0] y);
                  reg [3:0] v;
                  always @* begin
                    v = a + 1;
                    y = v * 5;
                  end
                endmodule
                """;
        assertEquals(List.of(), Rewritten.all("constant-sums", source));
    }
}
