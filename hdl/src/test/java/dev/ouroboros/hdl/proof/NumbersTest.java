package dev.ouroboros.hdl.proof;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.ouroboros.hdl.task.DesignTask;
import dev.ouroboros.hdl.tool.Design;
import dev.ouroboros.hdl.tool.Yosys;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Sums and products are compared as numbers, however they are added up. */
class NumbersTest {
    private static final DesignTask CLOCKED = Designs.clocked(Designs.RESET, 0);

    private static final String HEAD = """
            module top(input clk, input rst, input signed [7:0] a, input signed [7:0] b, output reg signed [17:0] y);
            """;

    private static final String PRODUCT = HEAD + """
              always @(posedge clk) if (rst) y <= 0; else y <= y + a * b;
            endmodule
            """;

    private static final String ROWS = HEAD + """
              wire signed [8:0] r0 = b[0] ? a : 8'sd0;
              wire signed [8:0] r1 = b[1] ? (r0 >>> 1) + a : r0 >>> 1;
              wire signed [8:0] r2 = b[2] ? (r1 >>> 1) + a : r1 >>> 1;
              wire signed [8:0] r3 = b[3] ? (r2 >>> 1) + a : r2 >>> 1;
              wire signed [8:0] r4 = b[4] ? (r3 >>> 1) + a : r3 >>> 1;
              wire signed [8:0] r5 = b[5] ? (r4 >>> 1) + a : r4 >>> 1;
              wire signed [8:0] r6 = b[6] ? (r5 >>> 1) + a : r5 >>> 1;
              wire signed [8:0] r7 = b[7] ? (r6 >>> 1) - a : r6 >>> 1;
              wire signed [15:0] p = {r7, r6[0], r5[0], r4[0], r3[0], r2[0], r1[0], r0[0]};
              always @(posedge clk) if (rst) y <= 0; else y <= y + p;
            endmodule
            """;

    private static final String SUM = HEAD + """
              always @(posedge clk) if (rst) y <= 0; else y <= 39 * a - 5 * b + 11 * (a - b);
            endmodule
            """;

    private static final String SHIFTS = HEAD + """
              wire signed [8:0] d = a - b;
              wire signed [13:0] t = (a <<< 5) + (a <<< 3);
              always @(posedge clk) if (rst) y <= 0; else y <= (t - a) - ((b <<< 2) + b) + ((d <<< 3) + d + (d <<< 1));
            endmodule
            """;

    @Test
    void aProductIsProvedToBeTheSumOfItsRows() throws Exception {
        assertInstanceOf(Verdict.Proved.class, Designs.compare(CLOCKED, PRODUCT, ROWS));
    }

    @Test
    void aSumIsProvedHoweverItsTermsAreAdded() throws Exception {
        assertInstanceOf(Verdict.Proved.class, Designs.compare(CLOCKED, SUM, SHIFTS));
    }

    @Test
    void oneWrongTermIsFound() throws Exception {
        for (var change : List.of(
                List.of(ROWS, "r6 >>> 1) - a", "r6 >>> 1) + a"),
                List.of(ROWS, "b[3] ?", "b[2] ?"),
                List.of(ROWS, "r1[0], r0[0]}", "r0[0], r1[0]}"),
                List.of(ROWS, "signed [8:0] r4", "signed [7:0] r4"))) {
            String wrong = change.getFirst().replace(change.get(1), change.get(2));
            assertInstanceOf(Verdict.Refuted.class, Designs.compare(CLOCKED, PRODUCT, wrong), () -> change.get(2));
        }
        for (var change : List.of(
                List.of("(a <<< 3)", "(a <<< 2)"),
                List.of("(t - a) -", "(t - a) +"),
                List.of("[8:0] d", "[7:0] d"),
                List.of("signed [8:0] d", "[8:0] d"),
                List.of("signed [13:0] t", "signed [12:0] t"))) {
            String wrong = SHIFTS.replace(change.getFirst(), change.getLast());
            assertFalse(wrong.equals(SHIFTS));
            assertInstanceOf(Verdict.Refuted.class, Designs.compare(CLOCKED, SUM, wrong), change::getLast);
        }
    }

    @Test
    void aNetlistOfManyTermsIsProvedByWayOfItsAdders() throws Exception {
        String sum = """
                module top(input clk, input rst, input signed [4:0] a, input signed [4:0] b, output reg signed [9:0] y);
                  always @(posedge clk) if (rst) y <= 0; else y <= 11 * a - 5 * b;
                endmodule
                """;
        Design design = Designs.design(CLOCKED, sum);
        var netlist = Yosys.circuit(Machine.YOSYS.synthesize(design, List.of("-abc2")), design);
        var halfway = Machine.YOSYS.halfway(design, List.of("-abc2"));
        var prover = new Prover(Machine.ABC, RandomGenerator.of("L64X128MixRandom"), 2);
        var patience = Duration.ofMinutes(2);
        var obligation = new Obligation(Designs.circuit(CLOCKED, sum), netlist, Designs.RESET, 0);
        assertInstanceOf(Verdict.Proved.class, prover.prove(obligation, halfway, patience));
        var wrong = new Obligation(Designs.circuit(CLOCKED, sum.replace("11", "10")), netlist, Designs.RESET, 0);
        assertInstanceOf(Verdict.Refuted.class, prover.prove(wrong, halfway, patience));
    }

    @Test
    void aCounterThatStopsEarlyNeedsNoHighBits() throws Exception {
        String counter = """
                module top(input clk, input rst, input go, output reg done);
                  reg [15:0] n;
                  always @(posedge clk)
                    if (rst) begin n <= 0; done <= 0; end
                    else if (!go) begin n <= 0; done <= 0; end
                    else if (n < 37) n <= n + 1;
                    else begin n <= 0; done <= !done; end
                endmodule
                """;
        assertInstanceOf(
                Verdict.Proved.class, Designs.compare(CLOCKED, counter, counter.replace("[15:0] n", "[5:0] n")));
    }
}
