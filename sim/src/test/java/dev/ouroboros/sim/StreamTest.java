package dev.ouroboros.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.evaluation.Measurement;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.layer.PartSupport;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Designs that pass tokens on, in a real Verilator. */
class StreamTest {
    private static final String TABLE = """
            clock = "clk"
            reset = { name = "rst" }
            contract = "stream"
            patience = 16
            inputs   = [{ valid = "in_valid", ready = "in_ready", data = ["in_data"] }]
            outputs  = [{ valid = "out_valid", ready = "out_ready", data = ["out_data"] }]
            """;

    private static final String HEAD = """
            module top(input clk, input rst, input [15:0] factor, input in_valid, output in_ready, input [39:0] in_data,
                       output out_valid, input out_ready, output [39:0] out_data);
            """;

    private static final String SLICE = HEAD + """
              reg full; reg [39:0] held;
              assign in_ready = !full || out_ready;
              assign out_valid = full;
              assign out_data = held;
              always @(posedge clk)
                if (rst) full <= 0;
                else if (in_ready) begin full <= in_valid; held <= in_data + factor; end
            endmodule
            """;

    private static final String SLOW = HEAD + """
              reg full; reg [2:0] wait_; reg [39:0] held;
              assign in_ready = !full && wait_ == 0;
              assign out_valid = full;
              assign out_data = held;
              always @(posedge clk)
                if (rst) begin full <= 0; wait_ <= 0; end
                else begin
                  if (out_ready) full <= 0;
                  if (in_valid && in_ready) begin wait_ <= 5; held <= in_data; end
                  if (wait_ != 0) wait_ <= wait_ - 1;
                  if (wait_ == 1) begin full <= 1; held <= held + factor; end
                end
            endmodule
            """;

    private static final String SKID = HEAD + """
              reg full, more; reg [39:0] held, spare;
              assign in_ready = !more;
              assign out_valid = full;
              assign out_data = held + factor;
              always @(posedge clk)
                if (rst) begin full <= 0; more <= 0; end
                else if (out_ready || !full) begin
                  full <= more || in_valid;
                  held <= more ? spare : in_data;
                  more <= 0;
                end else if (in_valid && in_ready) begin
                  more <= 1;
                  spare <= in_data;
                end
            endmodule
            """;

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void seed() throws Exception {
        bench = Bench.of(folder, TABLE, SLICE);
    }

    @Test
    void whatGivesTheSameTokensPasses() throws Exception {
        passed(bench.judgeSeed());
        passed(bench.judge(SKID));
        passed(bench.judge(SLOW));
    }

    @Test
    void aFasterOnePassesToo() throws Exception {
        passed(Bench.of(folder, TABLE, SLOW).judge(SKID));
    }

    @Test
    void aTokenLostUnderBackPressureIsFound() throws Exception {
        refused("candidate.out_", SKID.replace("in_ready = !more", "in_ready = 1"));
    }

    @Test
    void aTokenThatComesTwiceIsFound() throws Exception {
        refused("candidate.out_", SKID.replace("more <= 0;\n", "more <= more && spare[3:0] == 5;\n"));
    }

    @Test
    void aLastTokenThatStaysInsideIsFound() throws Exception {
        refused(
                "candidate.out_valid is 0 for 16 cycles",
                SLICE.replace("out_valid = full", "out_valid = full && in_valid")
                        .replace("!full || out_ready", "!full || out_ready && in_valid"));
    }

    @Test
    void dataThatChangeWhileTheyWaitAreFound() throws Exception {
        refused(
                "candidate.out_data is not what it was",
                SLICE.replace("out_data = held", "out_data = out_ready ? held : 0"));
    }

    @Test
    void anEndAfterSomeTokensIsFound() throws Exception {
        String tired = SLICE.replace("reg full;", "reg full; reg [6:0] n;")
                .replace("full <= 0;", "begin full <= 0; n <= 0; end")
                .replace("!full || out_ready;", "(!full || out_ready) && n != 100;")
                .replace("full <= in_valid;", "full <= in_valid; n <= n + in_valid;")
                .replace("else if (in_ready)", "else if (n == 100 && out_ready) full <= 0; else if (in_ready)");
        refused("candidate.in_ready does not take a token that the seed takes", tired);
    }

    @Test
    void aTokenTooManyIsFound() throws Exception {
        String eager = SLICE.replace("reg full;", "reg full, again; reg [7:0] rest;")
                .replace("if (rst) full <= 0;", "if (rst) begin full <= 0; again <= 0; rest <= 0; end")
                .replace(
                        "begin full <= in_valid;",
                        "begin rest <= in_valid ? 0 : rest + (rest != 255); again <= in_valid || again && rest != 40;"
                                + " full <= in_valid || again && rest == 40;");
        refused("candidate.out_", eager);
    }

    /** What the seed leaves undefined may be anything: the first token of a running sum that nobody resets. */
    @Test
    void whatTheSeedLeavesUndefinedIsNotCompared() throws Exception {
        String carry = SLICE.replace("reg full;", "reg full; reg odd;")
                .replace("in_data + factor;", "in_data + {39'd0, odd}; if (in_valid) odd <= in_data[0];");
        Bench undefined = Bench.of(folder, TABLE, carry);
        passed(undefined.judge(carry.replace("full <= 0;", "begin full <= 0; odd <= 1; end")));
    }

    @Test
    void theSameTokensAreTimedForAll() throws Exception {
        try (PartSupport support =
                new SimulationLayer().support(bench.task().parts().getFirst(), Bench.options())) {
            var stage = Bench.stage(support, "stream-speed");
            Outcome slice = stage.run(bench.task().seed());
            Outcome slow = stage.run(bench.task().seed().with("design/top.v", SLOW));
            assertEquals(1, value(slice, "latency"));
            assertEquals(257, value(slice, "cycles"));
            assertEquals(6, value(slow, "latency"));
            assertEquals(256 * 7, value(slow, "cycles"));
            assertEquals(1.0 / 7, value(slow, "throughput"), 1e-9);
        }
    }

    private static double value(Outcome outcome, String metric) {
        Measurement found = passed(outcome).measurements().stream()
                .filter(measurement -> measurement.metric().equals(metric))
                .findFirst()
                .orElseThrow();
        assertTrue(found.exact());
        return found.median();
    }

    private void refused(String beginning, String candidate) throws Exception {
        var rejected = assertInstanceOf(Outcome.Rejected.class, bench.judge(candidate));
        assertEquals(Reason.INCORRECT, rejected.reason());
        assertTrue(
                rejected.message().startsWith("does not do what the seed does when simulated: " + beginning),
                rejected::message);
        assertEquals("counterexample.vcd", rejected.attachments().getFirst().name());
    }

    private static Outcome.Passed passed(Outcome outcome) {
        var passed = assertInstanceOf(Outcome.Passed.class, outcome, outcome::toString);
        assertTrue(!passed.log().startsWith("Not "), passed::log);
        return passed;
    }
}
