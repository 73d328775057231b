package dev.ouroboros.hdl.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.hdl.mutant.Mutant;
import dev.ouroboros.hdl.mutant.Mutant.Kind;
import dev.ouroboros.hdl.mutant.Mutants;
import dev.ouroboros.hdl.mutant.SecondOpinion;
import dev.ouroboros.hdl.netlist.Circuit;
import dev.ouroboros.hdl.task.DesignTask;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Small errors put into a design: none is proved right. */
class MutantTest {
    private static final DesignTask CLOCKED = Designs.clocked(Designs.RESET, 0);

    private static final String DESIGN = """
            module top(input clk, input rst, input start, input [3:0] a, input [3:0] b, output reg busy, output reg [7:0] p);
              reg [3:0] m;
              reg [2:0] i;
              always @(posedge clk)
                if (rst) begin busy <= 0; p <= 0; m <= 0; i <= 0; end
                else if (!busy) begin
                  if (start) begin busy <= 1; p <= 0; m <= b; i <= 0; end
                end else begin
                  p <= (p << 1) + (m[3] ? {4'd0, a} : 8'd0);
                  m <= m << 1;
                  i <= i + 1;
                  if (i == 3) busy <= 0;
                end
            endmodule
            """;

    /** Constants, dropped terms, off-by-one, swapped operands, reset, stream and latency. */
    private static final List<List<String>> MUTATIONS = List.of(
            List.of("i == 3", "i == 2"),
            List.of("i == 3", "i == 4"),
            List.of("i + 1", "i + 2"),
            List.of("p << 1) +", "p << 1) -"),
            List.of("p << 1", "p"),
            List.of("m[3] ?", "m[2] ?"),
            List.of("m[3] ? {4'd0, a} : 8'd0", "m[3] ? 8'd0 : {4'd0, a}"),
            List.of("m[3] ? {4'd0, a} : 8'd0", "8'd0"),
            List.of("m <= m << 1", "m <= m >> 1"),
            List.of("m <= b", "m <= a"),
            List.of("if (rst) begin busy <= 0; p <= 0;", "if (rst) begin busy <= 0;"),
            List.of("if (rst) begin busy <= 0;", "if (rst) begin busy <= 1;"),
            List.of("if (rst) begin", "if (!rst) begin"),
            List.of("if (start) begin busy <= 1; p <= 0;", "if (start) begin busy <= 1;"),
            List.of("if (start)", "if (1)"),
            List.of("if (!busy)", "if (!busy | start)"),
            List.of("{4'd0, a}", "{4'd0, a[3:1], 1'b0}"),
            List.of("{4'd0, a}", "{{4{a[3]}}, a}"));

    @Test
    void noMutantIsProved() throws Exception {
        Circuit seed = Designs.circuit(CLOCKED, DESIGN);
        for (List<String> mutation : MUTATIONS) {
            String mutant = DESIGN.replace(mutation.getFirst(), mutation.getLast());
            assertTrue(!mutant.equals(DESIGN), mutation::toString);
            Verdict verdict = Designs.verdict(CLOCKED, seed, Designs.circuit(CLOCKED, mutant));
            var refuted = assertInstanceOf(Verdict.Refuted.class, verdict, () -> mutation + ": " + verdict);
            assertTrue(RunText.of(refuted.counterexample()).contains("is wrong in the last cycle"));
        }
    }

    /** A sample of those that the benchmark VerilogMutants tries; every sixth, of all kinds. */
    @Test
    void noMutantOfTheTreeIsProvedUnlessYosysAgrees() throws Exception {
        Circuit seed = Designs.circuit(CLOCKED, DESIGN);
        List<Mutant> all = Mutants.of(DESIGN, "clk", "rst");
        var kinds = all.stream().map(Mutant::kind).collect(Collectors.toSet());
        assertEquals(EnumSet.complementOf(EnumSet.of(Kind.OFF_BY_ONE)), kinds, "it compares nothing by size");
        int judged = 0;
        int refuted = 0;
        for (int i = 0; i < all.size(); i += 6) {
            judged++;
            var mutant = all.get(i);
            var verdict = Designs.verdict(CLOCKED, seed, Designs.circuit(CLOCKED, mutant.source()));
            if (verdict instanceof Verdict.Proved) {
                var other = new SecondOpinion(Machine.YOSYS.tools());
                assertEquals(
                        SecondOpinion.Answer.ALIKE,
                        other.of(Designs.design(CLOCKED, DESIGN), Designs.design(CLOCKED, mutant.source())),
                        mutant::what);
            } else {
                refuted += verdict instanceof Verdict.Refuted ? 1 : 0;
            }
        }
        assertTrue(2 * refuted > judged, "refuted " + refuted + " of " + judged);
    }

    @Test
    void theSecondOpinionTellsThemApart() throws Exception {
        var other = new SecondOpinion(Machine.YOSYS.tools());
        var seed = Designs.design(CLOCKED, DESIGN);
        var alike = Designs.design(CLOCKED, DESIGN.replace("reg [2:0] i", "reg [3:0] i"));
        var different = Designs.design(CLOCKED, DESIGN.replace("i == 3", "i == 2"));
        assertEquals(SecondOpinion.Answer.ALIKE, other.of(seed, alike));
        assertEquals(SecondOpinion.Answer.DIFFERENT, other.of(seed, different));
    }

    @Test
    void whatIsLeftOutButNeverMattersIsProved() throws Exception {
        String wider = DESIGN.replace("reg [2:0] i", "reg [3:0] i");
        assertInstanceOf(Verdict.Proved.class, Designs.compare(CLOCKED, DESIGN, wider));
    }

    @Test
    void aCounterexampleIsAWaveformToo() throws Exception {
        var refuted = assertInstanceOf(
                Verdict.Refuted.class, Designs.compare(CLOCKED, DESIGN, DESIGN.replace("i == 3", "i == 2")));
        String vcd = Vcd.of(refuted.counterexample());
        int cycles = refuted.counterexample().cycles().size();
        assertTrue(vcd.contains("$scope module seed $end\n$var wire 1 s5 busy $end\n$var wire 8 s6 p $end\n"), vcd);
        assertEquals(
                2 * cycles + 1,
                vcd.lines().filter(line -> line.startsWith("#")).count(),
                "each edge of the clock and the end");
        String wrong = vcd.lines()
                .filter(line ->
                        line.endsWith(refuted.counterexample().mismatch().name() + " $end"))
                .toList()
                .getLast()
                .split(" ")[3];
        assertTrue(vcd.contains("#" + 10 * (cycles - 1) + "\n"), vcd);
        assertTrue(vcd.indexOf("\n1" + wrong) > vcd.indexOf("#" + 10 * (cycles - 1) + "\n"), "wrong in the last cycle");
        assertTrue(vcd.contains("\n0" + wrong), vcd);
    }
}
