package dev.ouroboros.hdl.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductsTest {
    @TempDir
    Path folder;

    @Test
    void aProductIsASumOfPairsOfRows() throws Exception {
        var source = "module t(input [3:0] a, b, output [7:0] y);\n  assign y = a * b;\nendmodule\n";
        var after = Rewritten.only("products-in-pairs", source);
        assertEquals("""
                module t(input [3:0] a, b, output [7:0] y);
                  wire [3:0] times_a = a;
                  wire [3:0] times_b = b;
                  wire [3:0] row = times_b[0] ? times_a : 4'd0;
                  wire [5:0] pair = times_b[1] ? row + (times_a <<< 1) : row;
                  wire [3:0] row_2 = times_b[2] ? times_a : 4'd0;
                  wire [5:0] pair_2 = times_b[3] ? row_2 + (times_a <<< 1) : row_2;
                  wire [7:0] product = pair + (pair_2 <<< 2);
                  assign y = product;
                endmodule
                """, after);
        Equivalence.assertEquivalent(folder, source, after);
    }

    @Test
    void everyProductIsEquivalent() throws Exception {
        for (var ports : List.of(
                "input signed [3:0] a, b, output signed [9:0] y",
                "input signed [4:0] a, input signed [2:0] b, output [9:0] y",
                "input [4:0] a, input signed [3:0] b, output [5:0] y",
                "input [2:0] a, input [4:0] b, output signed [9:0] y")) {
            var source = "module t(" + ports + "); assign y = b - a * b; endmodule\n";
            for (var operator : List.of("products-in-pairs", "products-in-rows")) {
                Equivalence.assertEquivalent(folder, source, Rewritten.only(operator, source));
            }
        }
    }

    @Test
    void aWrongRewritingIsSeen() throws Exception {
        var source = "module t(input signed [3:0] a, b, output signed [7:0] y); assign y = a * b; endmodule\n";
        var wrong = Rewritten.only("products-in-rows", source).replace(">>> 1) - times_a", ">>> 1) + times_a");
        assertTrue(!Equivalence.isEquivalent(folder, source, wrong, 1));
    }
}
