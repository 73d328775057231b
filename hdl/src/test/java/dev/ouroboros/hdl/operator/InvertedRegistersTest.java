package dev.ouroboros.hdl.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InvertedRegistersTest {
    private static final String NAME = "inverted-registers";

    @TempDir
    Path folder;

    private static String design(String step, String output) {
        return """
                module t(input clk, input rst, input [3:0] d, output [3:0] q, output z);
                  reg [3:0] r;
                  always @(posedge clk)
                    if (rst) r <= 4'd9;
                    else %s
                  assign q = %s;
                  assign z = r[0];
                endmodule
                """.formatted(step, output);
    }

    @Test
    void theOutputNeedsNoInverters() throws Exception {
        var before = design("r <= r + d;", "~r");
        var after = Rewritten.only(NAME, before);
        assertTrue(after.contains("assign q = r;"), after);
        assertTrue(after.contains("r <= ~({~r} + d);"), after);
        assertTrue(after.contains("assign z = {~r[0]};"), after);
        // both start from the same number once the reset was there
        var start = "initial r = 4'd9;\n  always";
        var startInverted = "initial r = ~4'd9;\n  always";
        Equivalence.assertEquivalent(
                folder, before.replaceFirst("always", start), after.replaceFirst("always", startInverted));
    }

    @Test
    void oneBitMayBeWritten() throws Exception {
        var after = Rewritten.only(NAME, design("r[d[1:0]] <= d[3];", "~r"));
        assertTrue(after.contains("r[d[1:0]] <= ~(d[3]);"), after);
    }

    @Test
    void otherRegistersStayAsTheyAre() throws Exception {
        assertEquals(List.of(), Rewritten.all(NAME, design("r <= r + d;", "r")));
        assertEquals(List.of(), Rewritten.all(NAME, design("{r[3:1], r[0]} <= d;", "~r")));
        assertEquals(List.of(), Rewritten.all(NAME, design("r <= d;\n  other o(.r(r));", "~r")));
        assertEquals(List.of(), Rewritten.all(NAME, design("r <= d;\n  initial $display(r);", "~r")));
    }
}
