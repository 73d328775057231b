package dev.ouroboros.hdl.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergedBranchesTest {
    private static final String NAME = "merged-branches";

    @TempDir
    Path folder;

    private static String design(String step) {
        return """
                module t(input clk, input up, input down, input [3:0] d, output reg [3:0] n);
                  always @(posedge clk)
                    %s
                endmodule
                """.formatted(step);
    }

    @Test
    void aCounterThatGoesBothWaysHasOneAdder() throws Exception {
        var before = design("if (up) n <= n + 1;\nelse if (down) begin n <= n - 1; end");
        var after = Rewritten.only(NAME, before);
        assertTrue(after.contains("if ((up) || (down)) n <= n + ((up) ? 4'd1 : 4'd15);"), after);
        assertTrue(Equivalence.isEquivalent(folder, before, after, 4));
    }

    @Test
    void whatDoesSomethingElseStays() throws Exception {
        assertEquals(List.of(), Rewritten.all(NAME, design("if (up) n <= n + 1; else if (down) n <= d - 1;")));
        assertEquals(
                List.of(), Rewritten.all(NAME, design("if (up) n <= n + 1; else if (down) n <= n - 1; else n <= d;")));
        assertEquals(List.of(), Rewritten.all(NAME, design("if (up) n <= n + 1; else if (down) n = n - 1;")));
    }
}
