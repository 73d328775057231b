package dev.ouroboros.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.layer.CostClass;
import dev.ouroboros.engine.layer.PartSupport;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Candidates that a real Verilator has something to say of. */
class LintStageTest {
    private static final String TABLE = "clock = \"clk\"\ntop-parameters = { W = 4 }\n";
    private static final String SEED = """
            module top #(parameter W = 3) (input clk, input [1:0] s, input [W-1:0] a, output reg [W-1:0] y);
              reg [W-1:0] next;
              always @* begin
                case (s)
                  2'd0: next = a;
                  2'd1: next = ~a;
                  default: next = 0;
                endcase
              end
              always @(posedge clk) y <= next;
            endmodule
            """;

    @TempDir
    Path folder;

    @Test
    void itRunsBeforeAnythingIsBuilt() throws Exception {
        Bench bench = Bench.of(folder, TABLE, SEED);
        try (PartSupport support =
                new SimulationLayer().support(bench.task().parts().getFirst(), Bench.options())) {
            var stage = Bench.stage(support, "lint");
            assertEquals(CostClass.LINT, stage.cost());
            assertTrue(CostClass.LINT.compareTo(CostClass.INSPECT) > 0);
            assertTrue(CostClass.LINT.compareTo(CostClass.BUILD) < 0);
        }
    }

    @Test
    void whatTheSeedDoesNotHaveIsRefusedWithLineAndReason() throws Exception {
        refused("(LATCH)", SEED.replace("  always @*", "  reg z;\n  always @* if (s[0]) z = a[0];\n  always @*"));
        refused(
                "top.v:11: Signal definition not found, creating implicitly",
                SEED.replace("endmodule", "assign z = a[0];\nendmodule"));
        refused("top.v:10:30: Can't find definition of variable: 'nxt'", SEED.replace("<= next", "<= nxt"));
        refused("(MULTIDRIVEN)", SEED.replace("y <= next;", "y <= next;\n  always @(negedge clk) y <= a;"));
        refused("(SELRANGE)", SEED.replace("next = ~a", "next = {3'd0, a[7]}"));
        refused(
                "(UNDRIVEN)",
                SEED.replace("next = ~a", "next = other").replace("  reg [", "  wire [W-1:0] other;\n  reg ["));
        refused("top.v:5:13: syntax error", SEED.replace("2'd0: next", "2'd0: = next"));
    }

    /** A counter is narrowed by losing bits that were never set. */
    @Test
    void whatAProofMayWellShowToBeRightIsOnlyTold() throws Exception {
        told("top.v:4: Case values incompletely covered", SEED.replace("      default: next = 0;\n", ""));
        told("(WIDTH)", SEED.replace("y <= next", "y <= {next, 1'b0}"));
        told("", SEED.replace("y <= next", "y <= next[2:0]"));
    }

    @Test
    void whatTheSeedHasTooPassesWhereverItStands() throws Exception {
        String latch = "reg z;\n  always @* if (s[0]) z = a[0];\n";
        String doubtful = SEED.replace("endmodule", latch + "endmodule");
        Bench bench = Bench.of(folder, TABLE, doubtful);
        passed(bench.judge("lint", doubtful));
        passed(bench.judge("lint", "\n\n" + doubtful.replace("z", "other")));
        passed(bench.judge("lint", SEED));
        assertInstanceOf(
                Outcome.Rejected.class,
                bench.judge("lint", doubtful.replace("endmodule", latch.replace("z", "zz") + "endmodule")));
    }

    @Test
    void aSeedThatVerilatorDoesNotTakeIsNotLinted() throws Exception {
        String seed = SEED.replace("reg [W-1:0] next", "reg [W-1:0] next = $nonsense");
        var passed = passed(Bench.of(folder, TABLE, seed).judge("lint", SEED));
        assertTrue(passed.log().startsWith("Not linted, because the seed cannot be: "), passed::log);
    }

    @Test
    void bitsThatAreAddedLoseNothing() {
        String widths = """
                %Warning-WIDTH: a.v:3:7: Operator ASSIGN expects 8 bits on the Assign RHS, but Assign RHS's VARREF 'a' generates 4 bits.
                %Warning-WIDTH: a.v:4:7: Operator ASSIGN expects 4 bits on the Assign RHS, but Assign RHS's VARREF 'b' generates 8 bits.
                                : ... In instance top
                """;
        assertEquals(
                List.of("a.v:4"),
                Warning.in(widths).stream().map(Warning::place).toList());
    }

    private void refused(String text, String candidate) throws Exception {
        var rejected = assertInstanceOf(
                Outcome.Rejected.class, Bench.of(folder, TABLE, SEED).judge("lint", candidate));
        assertEquals(Reason.BUILD, rejected.reason());
        assertTrue(rejected.message().contains(text), rejected::message);
    }

    private void told(String text, String candidate) throws Exception {
        var passed = passed(Bench.of(folder, TABLE, SEED).judge("lint", candidate));
        assertTrue(text.isEmpty() ? passed.log().isEmpty() : passed.log().contains(text), passed::log);
    }

    private static Outcome.Passed passed(Outcome outcome) {
        return assertInstanceOf(Outcome.Passed.class, outcome, outcome::toString);
    }
}
