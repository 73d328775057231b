package dev.ouroboros.hdl.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ouroboros.hdl.guard.SourceGuard;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryStylesTest {
    private static final String SMALL = """
            module t(input clk, input we, input [1:0] wa, input [1:0] ra, input [7:0] d, output reg [7:0] q);
              reg [7:0] m [0:3];
              always @(posedge clk) begin
                if (we) m[wa] <= d;
                q <= m[ra];
              end
            endmodule
            """;

    @Test
    void aMemoryIsAskedForInABlockAndInRegisters() throws Exception {
        assertEquals(
                List.of(
                        SMALL.replace("reg [7:0] m", "(* ram_style = \"block\" *) reg [7:0] m"),
                        SMALL.replace("reg [7:0] m", "(* ram_style = \"logic\" *) reg [7:0] m")),
                Rewritten.all("memory-styles", SMALL));
        for (var text : Rewritten.all("memory-styles", SMALL)) {
            SourceGuard.check("t.v", text);
        }
    }

    @Test
    void whatHasAnAttributeKeepsIt() throws Exception {
        var asked = SMALL.replace("reg [7:0] m", "(* ram_style = \"block\" *) reg [7:0] m");
        assertEquals(List.of(), Rewritten.all("memory-styles", asked));
        assertEquals(
                List.of(),
                Rewritten.all("memory-styles", SMALL.replace("m [0:3]", "m").replace("[wa]", "")));
    }
}
