package dev.ouroboros.hdl.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LongDivisionsTest {
    private static final String SOURCE = """
            module t(input [2:0] a, b, output [2:0] q, output [4:0] r);
              assign q = a / b, r = a % b + 1;
            endmodule
            """;

    @TempDir
    Path folder;

    @Test
    void quotientAndRemainderComeFromTheSameSteps() throws Exception {
        var after = Rewritten.only("long-divisions", SOURCE);
        assertEquals("""
                module t(input [2:0] a, b, output [2:0] q, output [4:0] r);
                  wire [2:0] dividend_bits = a;
                  wire [2:0] divisor_bits = b;
                  wire part = dividend_bits[2];
                  wire [1:0] less = {1'b0, part} - {1'b0, divisor_bits[0:0]};
                  wire fits = !less[1] && divisor_bits[2:1] == 0;
                  wire rest = fits ? less[0:0] : part;
                  wire [1:0] part_2 = {rest, dividend_bits[1]};
                  wire [2:0] less_2 = {1'b0, part_2} - {1'b0, divisor_bits[1:0]};
                  wire fits_2 = !less_2[2] && divisor_bits[2:2] == 0;
                  wire [1:0] rest_2 = fits_2 ? less_2[1:0] : part_2;
                  wire [2:0] part_3 = {rest_2, dividend_bits[0]};
                  wire [3:0] less_3 = {1'b0, part_3} - {1'b0, divisor_bits[2:0]};
                  wire fits_3 = !less_3[3];
                  wire [2:0] rest_3 = fits_3 ? less_3[2:0] : part_3;
                  wire [2:0] quotient_bits = {fits, fits_2, fits_3};
                  assign q = quotient_bits, r = rest_3 + 1;
                endmodule
                """, after);
        Equivalence.assertEquivalent(folder, SOURCE, after);
    }

    @Test
    void aWrongRewritingIsSeen() throws Exception {
        var wrong = Rewritten.only("long-divisions", SOURCE).replace("!less_2[2] &&", "!less_2[2] ||");
        assertFalse(Equivalence.isEquivalent(folder, SOURCE, wrong, 1));
    }

    @Test
    void whatMayBeNegativeConstantOrOfAnotherSizeStays() throws Exception {
        for (var ports : List.of("input signed [2:0] a, b", "input [2:0] a, input [3:0] b", "input [16:0] a, b")) {
            var source = "module t(" + ports + ", output [3:0] y); assign y = a / b; endmodule\n";
            assertEquals(List.of(), Rewritten.all("long-divisions", source), source);
        }
        var constant = "module t(input [2:0] a, output [2:0] y); assign y = a / 3'd3; endmodule\n";
        assertEquals(List.of(), Rewritten.all("long-divisions", constant));
    }
}
