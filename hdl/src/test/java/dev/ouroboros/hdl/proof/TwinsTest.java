package dev.ouroboros.hdl.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TwinsTest {
    /** The highest bit is set only if far more is put in than is taken out. */
    private static final String LEVEL = """
            module top(input clk, input rst, input put, input take, output reg [4:0] level, output full);
              assign full = level == 16;
              wire in = put & !full, out = take & level != 0;
              always @(posedge clk)
                if (rst) level <= 0;
                else if (in & !out) level <= level + 1;
                else if (out & !in) level <= level - 1;
            endmodule
            """;

    @Test
    void bitsThatAreSeldomSetAreToldApart() throws Exception {
        var level = Designs.circuit(Designs.clocked(Designs.RESET, 0), LEVEL);
        var itself = new ProductBuilder(new Obligation(level, level, Designs.RESET, 0), Map.of());
        itself.build();
        for (int seed = 0; seed < 50; seed++) {
            Map<Integer, Integer> alike = itself.alike(new Random(seed));
            assertEquals(Map.of(0, 0, 1, 1, 2, 2, 3, 3, 4, 4), alike, "random numbers of seed " + seed);
        }
    }
}
