package dev.ouroboros.hdl.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.hdl.netlist.DesignProblem;
import dev.ouroboros.hdl.task.Assumption;
import dev.ouroboros.hdl.task.DesignTask;
import dev.ouroboros.hdl.task.Reset;
import dev.ouroboros.hdl.tool.Surroundings;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Inputs that never come may be answered in any way, and no others. */
class AssumptionsTest {
    private static final String SEED = """
            module top(input clk, input rst, input [1:0] op, input [3:0] a, output reg [3:0] y);
              always @(posedge clk)
                if (rst) y <= 0;
                else case (op)
                  0: y <= y + a;
                  1: y <= y - a;
                  2: y <= a;
                  default: y <= ~y;
                endcase
            endmodule
            """;
    private static final String SHORTER = SEED.replace("2: y <= a;", "").replace("~y", "a");
    private static final Assumption NOT_3 = new Assumption("op != 3", Set.of("op"));

    private static DesignTask task(@Nullable Reset reset, Assumption... assumptions) {
        return Designs.assuming("clk", reset, assumptions);
    }

    private static Verdict compare(DesignTask task, String seed, String candidate) throws Exception {
        return Designs.verdict(
                task, Machine.YOSYS.reference(Designs.design(task, seed)), Designs.circuit(task, candidate));
    }

    @Test
    void whatNeverComesMayBeAnsweredInAnyWay() throws Exception {
        assertInstanceOf(Verdict.Refuted.class, compare(task(Designs.RESET), SEED, SHORTER));
        assertInstanceOf(Verdict.Proved.class, compare(task(Designs.RESET, NOT_3), SEED, SHORTER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"y - a", "y + a", "2: y <= a"})
    void everythingElseStaysRight(String what) throws Exception {
        String wrong = SEED.replace(what, what + " + 1");
        assertInstanceOf(Verdict.Refuted.class, compare(task(Designs.RESET, NOT_3), SEED, wrong));
    }

    /** What was broken stays so, or a candidate would have to forget it; a reset makes it forget. */
    @Test
    void aResetBeginsAnew() throws Exception {
        String forgetful =
                SEED.replace("default: y <= ~y;", "default: off <= 1;").replace("always", "reg off; always");
        String lasting = forgetful.replace("if (rst) y <= 0;", "if (rst) y <= off;");
        String healing = forgetful.replace("if (rst) y <= 0;", "if (rst) begin y <= 0; off <= 0; end");
        assertInstanceOf(Verdict.Refuted.class, compare(task(Designs.RESET, NOT_3), SEED, lasting));
        assertInstanceOf(Verdict.Proved.class, compare(task(Designs.RESET, NOT_3), SEED, healing));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAssumptionMayNameWhatTheDesignSays(boolean reset) throws Exception {
        String saturating = """
                module top(input clk, input rst, input push, output full, output reg [2:0] n = 0);
                  assign full = n == 5;
                  always @(posedge clk) if (rst) n <= 0; else if (push && !full) n <= n + 1;
                endmodule
                """;
        String trusting = saturating.replace("push && !full", "push");
        var rule = new Assumption("!(push && full)", Set.of("push", "full"));
        Reset named = reset ? Designs.RESET : null;
        assertInstanceOf(Verdict.Refuted.class, compare(task(named), saturating, trusting));
        assertInstanceOf(Verdict.Proved.class, compare(task(named, rule), saturating, trusting));
        assertInstanceOf(
                Verdict.Refuted.class, compare(task(named, rule), saturating, trusting.replace("n == 5", "n == 4")));
    }

    @Test
    void withoutAClockItIsAboutThatInput() throws Exception {
        String seed = "module top(input [3:0] digit, output [3:0] next); assign next = digit == 9 ? 0 : digit + 1;"
                + " endmodule";
        var decimal = new Assumption("digit <= 9", Set.of("digit"));
        var task = Designs.assuming(null, null, decimal);
        assertInstanceOf(Verdict.Proved.class, compare(task, seed, seed.replace("digit == 9", "digit[3] && digit[0]")));
        assertInstanceOf(Verdict.Refuted.class, compare(task, seed, seed.replace("digit == 9", "digit[3]")));
    }

    @Test
    void allOutputsInvertedAreRightOnlyIfNothingIsLeft() throws Exception {
        var never = new Assumption("op > a && a > op", Set.of("op", "a"));
        for (var assumption : List.of(NOT_3, never)) {
            DesignTask task = task(Designs.RESET, assumption);
            var seed = Designs.design(task, SEED);
            var inverted = new Surroundings(seed, Machine.YOSYS.elaborate(seed)).inverted();
            var verdict = Designs.verdict(task, Machine.YOSYS.reference(seed), Machine.YOSYS.elaborate(inverted));
            assertEquals(assumption.equals(NOT_3) ? Verdict.Refuted.class : Verdict.Proved.class, verdict.getClass());
        }
    }

    @Test
    void aNameThatIsNoPortIsTold() throws Exception {
        var misspelt = task(Designs.RESET, new Assumption("opp != 3", Set.of("opp")));
        var problem = assertThrows(DesignProblem.class, () -> Machine.YOSYS.reference(Designs.design(misspelt, SEED)));
        assertTrue(
                String.valueOf(problem.getMessage())
                        .contains("'opp != 3' names opp; the ports of top are a, op, rst, y"),
                problem::toString);
    }
}
