package dev.ouroboros.hdl.proof;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.hdl.netlist.Circuit;
import dev.ouroboros.hdl.netlist.DesignProblem;
import dev.ouroboros.hdl.synth.CellCounts;
import dev.ouroboros.hdl.task.DesignTask;
import dev.ouroboros.hdl.tool.Yosys;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Designs that look right and are not. Each is shown to win where the defence is not there: it agrees with the seed on the
 * inputs of a test bench, or costs less than the seed after synthesis. Its honest twin passes.
 */
class AttackTest {
    private static final DesignTask COMBINATIONAL = Designs.combinational();
    private static final DesignTask CLOCKED = Designs.clocked(Designs.RESET, 0);

    private static final String SELECTOR = """
            module top(input [1:0] s, input [3:0] a, input [3:0] b, input [3:0] c, output reg [3:0] y);
              always @* case (s)
                0: y = a;
                1: y = b;
                2: y = a;
                default: y = a ^ b ^ c;
              endcase
            endmodule
            """;

    /** V4: an undefined value is whatever synthesis likes. */
    @Test
    void anUndefinedValueWhereTheSeedHasOneIsRefuted() throws Exception {
        String undefined = SELECTOR.replace("a ^ b ^ c", "4'bx");
        assertTrue(luts(COMBINATIONAL, undefined) < luts(COMBINATIONAL, SELECTOR), "armed: it is smaller");
        assertRefuted(Designs.compare(COMBINATIONAL, SELECTOR, undefined));
    }

    /** The twin of V4: where the seed leaves it open, a candidate may choose. */
    @Test
    void whatTheSeedLeavesUndefinedACandidateMayChoose() throws Exception {
        String undefined = SELECTOR.replace("a ^ b ^ c", "4'bx");
        assertProved(Designs.compare(COMBINATIONAL, undefined, SELECTOR));
        assertProved(Designs.compare(COMBINATIONAL, undefined, undefined.replace("4'bx", "b")));
        assertProved(Designs.compare(COMBINATIONAL, undefined, undefined));
    }

    /** V5: right on the vectors that somebody knows. */
    @Test
    void aTableOfKnownVectorsIsRefuted() throws Exception {
        String seed = "module top(input [7:0] a, output [7:0] y); assign y = a * a + 8'd3; endmodule";
        String table = """
                module top(input [7:0] a, output reg [7:0] y);
                  always @* case (a) 0: y = 3; 1: y = 4; 2: y = 7; 255: y = 4; default: y = 0; endcase
                endmodule
                """;
        Circuit honest = Designs.circuit(COMBINATIONAL, seed);
        Circuit cheat = Designs.circuit(COMBINATIONAL, table);
        for (int known : List.of(0, 1, 2, 255)) {
            assertTrue(run(honest, List.of(known)).equals(run(cheat, List.of(known))), "armed: right at " + known);
        }
        assertRefuted(Designs.compare(COMBINATIONAL, seed, table));
    }

    private static final String COUNTER = """
            module top(input clk, input rst, input en, output reg [3:0] n);
              always @(posedge clk) if (rst) n <= 0; else if (en) n <= n + 1;
            endmodule
            """;

    /** V10: state that starts right only where a simulator starts it. */
    @Test
    void stateThatNoResetSetsIsRefuted() throws Exception {
        String unreset = COUNTER.replace("if (rst) n <= 0; else if (en)", "if (en)");
        String initial = unreset.replace("reg [3:0] n", "reg [3:0] n = 0");
        List<Integer> steps = Collections.nCopies(9, 1);
        assertTrue(
                run(Designs.circuit(CLOCKED, COUNTER), steps).equals(run(Designs.circuit(CLOCKED, unreset), steps)),
                "armed: from 0 and without a reset it counts alike");
        assertRefuted(Designs.compare(CLOCKED, COUNTER, unreset));
        assertRefuted(Designs.compare(CLOCKED, COUNTER, initial));
        assertProved(Designs.compare(CLOCKED, COUNTER, COUNTER.replace("if (en) n <= n + 1", "n <= n + {3'b0, en}")));
    }

    @Test
    void withoutAResetInitialValuesCount() throws Exception {
        DesignTask free = Designs.clocked(null, 0);
        String seed = """
                module top(input clk, input en, output reg [1:0] n = 2);
                  always @(posedge clk) if (en) n <= n + 1;
                endmodule
                """;
        assertProved(Designs.compare(free, seed, seed.replace("if (en) n <= n + 1", "n <= n + {1'b0, en}")));
        assertRefuted(Designs.compare(free, seed, seed.replace("n = 2", "n = 1")));
        assertRefuted(Designs.compare(free, seed, seed.replace("n = 2", "n")));
    }

    /** V11: an answer one cycle late, or while it should wait. */
    @Test
    void anotherLatencyOrHandshakeIsRefuted() throws Exception {
        String stream = """
                module top(input clk, input rst, input valid, input ready, input [1:0] d, output reg full, output reg [1:0] q);
                  always @(posedge clk) if (rst) begin full <= 0; q <= 0; end
                    else if (!full || ready) begin full <= valid; q <= d; end
                endmodule
                """;
        assertProved(Designs.compare(CLOCKED, stream, stream.replace("!full || ready", "~(full & ~ready)")));
        assertRefuted(Designs.compare(CLOCKED, stream, stream.replace("!full || ready", "1'b1")));
    }

    /** V3: two drivers, V9: a black box, V12: another clock; and what else is no machine of one clock. */
    @Test
    void whatIsNoMachineOfOneClockIsRefusedWithPlaceAndReason() {
        refused(
                "two drivers",
                COMBINATIONAL,
                "module top(input a, input b, output y); assign y = a; assign y = b; endmodule");
        refused(
                "two drivers",
                COMBINATIONAL,
                "module top(input a, input b, output y); assign y = a & b; assign y = 0; endmodule");
        refused(
                "not part of the design",
                COMBINATIONAL,
                "module top(input a, output y); magic m(.a(a), .y(y)); endmodule");
        refused("another clock than clk", CLOCKED, COUNTER.replace("posedge clk", "posedge en"));
        refused(
                "another clock than clk",
                CLOCKED,
                COUNTER.replace("always @(posedge clk)", "wire g = clk & en; always @(posedge g)"));
        refused("used as a value", CLOCKED, COUNTER.replace("if (en)", "if (en & clk)"));
        refused(
                "latch",
                CLOCKED,
                "module top(input clk, input rst, input en, output reg n); always @* if (en) n = rst; endmodule");
        refused(
                "loop",
                COMBINATIONAL,
                "module top(input a, output y); wire b = a ^ c; wire c = ~b; assign y = c; endmodule");
        refused("combinational, but there is a register", COMBINATIONAL, COUNTER);
        refused("syntax error", COMBINATIONAL, "module top(input a, output y); assign y = ; endmodule");
    }

    private static void refused(String reason, DesignTask task, String source) {
        var problem = assertThrows(DesignProblem.class, () -> Designs.circuit(task, source), source);
        assertTrue(String.valueOf(problem.getMessage()).contains(reason), problem::getMessage);
    }

    private static int luts(DesignTask task, String source) throws Exception {
        Yosys.Synthesis synthesis = Machine.YOSYS.synthesize(Designs.design(task, source), List.of());
        return CellCounts.of(synthesis.json(), "top").luts();
    }

    /** Runs a design from a state of zeros, its last input port set to each value in turn and all others 0. */
    private static List<Object> run(Circuit circuit, List<Integer> values) {
        var seen = new ArrayList<>();
        List<Ternary> held = Collections.nCopies(circuit.registers().size(), Ternary.ZERO);
        for (int value : values) {
            List<List<Ternary>> inputs = circuit.inputs().stream()
                    .map(port -> port.name().equals("rst")
                            ? List.of(Ternary.ZERO)
                            : IntStream.range(0, port.bits().size())
                                    .mapToObj(bit -> Ternary.of(((value >> bit) & 1) == 1))
                                    .toList())
                    .toList();
            var cycle = circuit.cycle(
                    Ternary.LOGIC, inputs, Collections.nCopies(circuit.free().size(), Ternary.ZERO), held);
            seen.add(cycle.outputs());
            held = cycle.next();
        }
        return seen;
    }

    private static void assertProved(Verdict verdict) {
        assertInstanceOf(Verdict.Proved.class, verdict, verdict::toString);
    }

    private static void assertRefuted(Verdict verdict) {
        assertInstanceOf(Verdict.Refuted.class, verdict, verdict::toString);
    }
}
