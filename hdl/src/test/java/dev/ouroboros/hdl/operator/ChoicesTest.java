package dev.ouroboros.hdl.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChoicesTest {
    @TempDir
    Path folder;

    private static String module(String expression) {
        return "module t(input s, input [3:0] a, b, c, output [4:0] y);\n  assign y = " + expression + ";\nendmodule\n";
    }

    @Test
    void aChosenOperandIsFoldedIntoTheAdder() throws Exception {
        var source = module("a + (s ? b : 0)");
        var after = Rewritten.only("folded-choices", source);
        assertEquals(module("(s ? a + b : a)"), after);
        Equivalence.assertEquivalent(folder, source, after);
    }

    @Test
    void theZeroMayStandOnEitherSide() throws Exception {
        for (var expression : List.of("a - (s ? 4'd0 : b)", "(s ? b | c : 0) + a", "(s ? 0 : b) ^ a")) {
            var source = module(expression);
            Equivalence.assertEquivalent(folder, source, Rewritten.only("folded-choices", source));
        }
    }

    @Test
    void twoAddersBecomeOne() throws Exception {
        var source = module("s ? a + b : c + a");
        var after = Rewritten.only("shared-operators", source);
        assertEquals(module("(a + (s ? b : c))"), after);
        Equivalence.assertEquivalent(folder, source, after);
    }

    @Test
    void twoSubtractionsShareOnlyTheSameSide() throws Exception {
        assertEquals(List.of(), Rewritten.all("shared-operators", module("s ? a - b : c - a")));
        var source = module("s ? (a - b) : (c - b)");
        Equivalence.assertEquivalent(folder, source, Rewritten.only("shared-operators", source));
    }

    @Test
    void aComparisonIsLoosenedOnlyWhereTheCounterStaysBelow() throws Exception {
        var source = """
                module t(input clk, input jump, output reg [3:0] n);
                  always @(posedge clk) n <= n < 5 ? n + 1 : JUMP;
                endmodule
                """;
        var stays = source.replace("JUMP", "0");
        var after = Rewritten.only("loose-comparisons", stays);
        assertEquals(stays.replace("n < 5", "n != 5"), after);
        assertTrue(Equivalence.isEquivalent(folder, stays, after, 10));

        var passes = source.replace("JUMP", "jump ? 9 : 0");
        assertFalse(Equivalence.isEquivalent(folder, passes, Rewritten.only("loose-comparisons", passes), 10));
    }

    @Test
    void aCounterThatReachesAPowerOfTwoNeedsOneBit() throws Exception {
        var source = "module t(input [4:0] n, output y); assign y = n == 16; endmodule\n";
        assertEquals(source.replace("n == 16", "n[4]"), Rewritten.only("loose-comparisons", source));
    }
}
