package dev.ouroboros.hdl.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NarrowRegistersTest {
    @TempDir
    Path folder;

    private static String counter(String declaration) {
        return """
                module t(input clk, output reg tick);
                  parameter PERIOD = 5;
                  DECLARATION
                  always @(posedge clk) begin
                    tick <= count == PERIOD - 1;
                    count <= count < PERIOD - 1 ? count + 1 : 0;
                    last <= !tick;
                  end
                endmodule
                """.replace("DECLARATION", declaration);
    }

    @Test
    void aCounterGetsTheBitsOfItsBound() throws Exception {
        var source = counter("reg last;\n  reg [15:0] count;");
        var after = Rewritten.only("narrow-registers", source);
        assertEquals(counter("reg last;\n  reg [2:0] count;"), after);
        assertTrue(Equivalence.isEquivalent(folder, source, after, 12));
    }

    @Test
    void oneOfSeveralNamesGetsItsOwnDeclaration() throws Exception {
        var after = Rewritten.only("narrow-registers", counter("reg [7:0] last, count;"));
        assertEquals(counter("reg [2:0] count;\n  reg [7:0] last;"), after);
    }

    @Test
    void aRegisterWhoseBitsAreUsedIsLeftAlone() throws Exception {
        var source = counter("reg [7:0] last, count;").replace("!tick", "count[7]");
        assertEquals(List.of(), Rewritten.all("narrow-registers", source));
    }

    @Test
    void theVariableOfALoopIsLeftAlone() throws Exception {
        var source = """
                module t(input [3:0] a, output reg [2:0] y);
                  integer i;
                  always @* begin
                    y = 0;
                    for (i = 0; i < 4; i = i + 1) y = y + a[i];
                  end
                endmodule
                """;
        assertEquals(List.of(), Rewritten.all("narrow-registers", source));
    }
}
