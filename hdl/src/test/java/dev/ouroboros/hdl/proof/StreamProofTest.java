package dev.ouroboros.hdl.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.hdl.mutant.Mutant;
import dev.ouroboros.hdl.mutant.Mutants;
import dev.ouroboros.hdl.netlist.Circuit;
import dev.ouroboros.hdl.stream.Channels;
import dev.ouroboros.hdl.stream.Paths;
import dev.ouroboros.hdl.task.Contract;
import dev.ouroboros.hdl.task.DesignTask;
import dev.ouroboros.hdl.task.TokenStream;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Designs that pass tokens on, through the real tools. */
class StreamProofTest {
    private static final DesignTask TASK = Designs.clocked(Designs.RESET, 0);
    private static final Contract.Streaming CONTRACT = new Contract.Streaming(
            List.of(new TokenStream("in_valid", "in_ready", List.of("in_data"))),
            List.of(new TokenStream("out_valid", "out_ready", List.of("out_data"))),
            8);
    private static final String HEAD = """
            module top(input clk, input rst, input in_valid, output in_ready, input [3:0] in_data,
                       output out_valid, input out_ready, output [3:0] out_data);
            """;

    /** One register: full throughput, ready goes straight through. */
    private static final String SLICE = HEAD + """
              reg full; reg [3:0] held;
              assign in_ready = !full || out_ready;
              assign out_valid = full;
              assign out_data = held;
              always @(posedge clk)
                if (rst) full <= 0;
                else if (in_ready) begin full <= in_valid; held <= in_data; end
            endmodule
            """;

    /** Two registers, so that ready comes from a register. */
    private static final String SKID = HEAD + """
              reg full, more; reg [3:0] held, spare;
              assign in_ready = !more;
              assign out_valid = full;
              assign out_data = held;
              always @(posedge clk)
                if (rst) begin full <= 0; more <= 0; end
                else begin
                  if (out_ready || !full) begin
                    full <= more || in_valid;
                    held <= more ? spare : in_data;
                    more <= 0;
                  end else if (in_valid && in_ready) begin
                    more <= 1;
                    spare <= in_data;
                  end
                end
            endmodule
            """;

    /** One operation in one cycle, then in two. */
    private static final String TRIPLE = SLICE.replace("held <= in_data", "held <= in_data + (in_data << 1)");

    private static final String TRIPLE_IN_TWO = HEAD + """
              reg half, full; reg [3:0] held, given;
              assign in_ready = !half && !full;
              assign out_valid = full;
              assign out_data = held;
              always @(posedge clk)
                if (rst) begin half <= 0; full <= 0; end
                else begin
                  if (out_ready) full <= 0;
                  if (in_valid && in_ready) begin half <= 1; given <= in_data; held <= in_data << 1; end
                  if (half) begin half <= 0; full <= 1; held <= held + given; end
                end
            endmodule
            """;

    private static String fifo(int bits) {
        return HEAD + """
                  reg [3:0] store [0:(1 << BITS) - 1];
                  reg [BITS:0] head, tail;
                  wire [BITS:0] count = head - tail;
                  assign in_ready = !count[BITS];
                  assign out_valid = head != tail;
                  assign out_data = store[tail[BITS-1:0]];
                  always @(posedge clk)
                    if (rst) begin head <= 0; tail <= 0; end
                    else begin
                      if (in_valid && in_ready) begin store[head[BITS-1:0]] <= in_data; head <= head + 1; end
                      if (out_valid && out_ready) tail <= tail + 1;
                    end
                endmodule
                """.replace("BITS", String.valueOf(bits)).replace("[3:0]", "[1:0]");
    }

    @Test
    void aSkidBufferDoesWhatARegisterDoes() throws Exception {
        assertTokenByToken(compare(SLICE, SKID, 8));
        assertTokenByToken(compare(SKID, SLICE, 8));
    }

    @Test
    void whatIsAlikeInEveryCycleIsProvedSo() throws Exception {
        var proved = assertInstanceOf(
                Verdict.Proved.class, compare(SLICE, SLICE.replace("!full || out_ready", "!(full && !out_ready)"), 8));
        assertTrue(proved.engine().startsWith("every cycle alike"), proved::engine);
    }

    @Test
    void anOperationMayTakeAnotherCycle() throws Exception {
        assertTokenByToken(compare(TRIPLE, TRIPLE_IN_TWO, 8));
        assertTokenByToken(compare(TRIPLE_IN_TWO, TRIPLE, 8));
    }

    @Test
    void aFifoMayBeDeeperOrLessDeep() throws Exception {
        assertTokenByToken(compare(fifo(1), fifo(2), 8));
        assertTokenByToken(compare(fifo(2), fifo(1), 8));
    }

    @Test
    void aTokenLostUnderBackPressureIsRefuted() throws Exception {
        // The next token comes in its place, or none does.
        assertRefuted("candidate.out_", SLICE, SKID.replace("assign in_ready = !more", "assign in_ready = 1"));
    }

    @Test
    void aLastTokenThatNeverComesIsRefuted() throws Exception {
        String last = SKID.replace("assign out_valid = full", "assign out_valid = full && (in_valid || more)");
        assertRefuted("candidate.out_", SLICE, last);
    }

    @Test
    void aTokenThatComesTwiceIsRefuted() throws Exception {
        String twice = SKID.replace("more <= 0;\n", "more <= more && spare == 9;\n");
        assertRefuted("candidate.", SLICE, twice);
    }

    @Test
    void tokensInAnotherOrderAreRefuted() throws Exception {
        String swapped = SKID.replace("held <= more ? spare : in_data", "held <= more && spare != 5 ? spare : in_data")
                .replace("full <= more || in_valid", "full <= more || in_valid");
        assertRefuted("candidate.out_data is wrong in this token", SLICE, swapped);
    }

    @Test
    void dataThatChangeWhileTheyWaitAreRefuted() throws Exception {
        String restless = SLICE.replace("assign out_data = held", "assign out_data = out_ready ? held : 0");
        assertRefuted("candidate.out_data is not what it was before", SLICE, restless);
    }

    @Test
    void aTokenThatIsWithdrawnIsRefuted() throws Exception {
        String shy = SLICE.replace(
                "else if (in_ready)", "else if (full && held == 3 && !out_ready) full <= 0; else if (in_ready)");
        assertRefuted("candidate.out_valid is 0 again before its token was taken", SLICE, shy);
    }

    @Test
    void anEndAfterSomeTokensIsRefuted() throws Exception {
        String tired = SLICE.replace("reg full;", "reg full; reg [2:0] n;")
                .replace("full <= 0;", "begin full <= 0; n <= 0; end")
                .replace("!full || out_ready;", "(!full || out_ready) && n != 6;")
                .replace("full <= in_valid;", "full <= in_valid; n <= n + in_valid;")
                .replace("else if (in_ready)", "else if (n == 6 && out_ready) full <= 0; else if (in_ready)");
        assertRefuted("candidate.in_ready does not take a token", SLICE, tired);
    }

    @Test
    void aTokenTooManyIsRefuted() throws Exception {
        String eager = SLICE.replace("reg full;", "reg full, again;")
                .replace("if (rst) full <= 0;", "if (rst) begin full <= 0; again <= 0; end")
                .replace(
                        "begin full <= in_valid;",
                        "begin again <= full && held == 7 && !in_valid && !again; full <= in_valid || (full && held == 7 && !again);");
        assertRefuted("candidate.out_", SLICE, eager);
    }

    /** Nobody could tell such a token by its data. */
    @Test
    void aTokenWithoutDataThatIsOneTooManyIsRefuted() throws Exception {
        String bare = SLICE.replace("in_data", "4'd1");
        assertTrue(bare.contains("input [3:0] 4'd1"));
        String seed = bare.replace("input [3:0] 4'd1", "input [3:0] in_data");
        String eager = seed.replace("reg full;", "reg full, again;")
                .replace("if (rst) full <= 0;", "if (rst) begin full <= 0; again <= 0; end")
                .replace(
                        "begin full <= in_valid;",
                        "begin again <= full && !in_valid && !again; full <= in_valid || (full && !again);");
        assertRefuted("candidate.out_valid is 1, but the seed gives no such token", seed, eager);
    }

    @Test
    void whoWaitsForReadyBeforeValidIsRefuted() throws Exception {
        String waiting = SLICE.replace("assign out_valid = full", "assign out_valid = full && out_ready");
        assertRefuted("candidate.out_valid is 0 for 8 cycles", SLICE, waiting);
        String later = SLICE.replace(
                        "reg full;",
                        "reg full, asked; always @(posedge clk) asked <= !rst && (out_ready || asked) && !(out_valid && out_ready);")
                .replace("!full || out_ready", "!full || out_valid && out_ready")
                .replace("assign out_valid = full", "assign out_valid = full && asked");
        assertRefuted("candidate.out_valid is 0", SLICE, later);
    }

    @Test
    void aValueThatIsInNoTokenMayNotGetIntoOne() throws Exception {
        assertRefuted(
                "candidate.out_data is",
                SLICE,
                SLICE.replace(
                        "else if (in_ready) begin full <= in_valid; held <= in_data;",
                        "else if (!in_valid) held <= in_data; else if (in_ready) begin full <= in_valid; held <= in_data;"));
    }

    @Test
    void whoOffersATokenWhileTheResetIsHeldIsRefuted() throws Exception {
        assertRefuted(
                "candidate.out_valid is 1 while the reset is held",
                SLICE,
                SLICE.replace("assign out_valid = full", "assign out_valid = full || rst"));
    }

    @Test
    void aWayFromInputToOutputIsToldFromOneOverARegister() throws Exception {
        Circuit slice = Designs.circuit(TASK, SLICE);
        Circuit skid = Designs.circuit(TASK, SKID);
        var channels = Channels.of(slice, CONTRACT, TASK.reset());
        assertEquals(Set.of(), Paths.added(slice, skid, channels));
        assertEquals(Set.of("out_ready to in_ready"), Paths.added(skid, slice, channels));
    }

    /** Whatever an engine says of a mutant, tokens that go through both one after the other are not wrong where it says proved. */
    @Test
    void noMutantIsProvedThatGivesOtherTokens() throws Exception {
        Circuit seed = Designs.circuit(TASK, SLICE);
        List<Mutant> all = Mutants.of(SKID, "clk", "rst");
        int proved = 0;
        int refuted = 0;
        for (int i = 0; i < all.size(); i += 3) {
            Mutant mutant = all.get(i);
            Circuit candidate = Designs.circuit(TASK, mutant.source());
            switch (verdict(seed, candidate, 8)) {
                case Verdict.Proved _ -> {
                    proved++;
                    assertTrue(
                            TokenRun.alike(seed, candidate, Channels.of(seed, CONTRACT, TASK.reset())), mutant.what());
                }
                case Verdict.Refuted _ -> refuted++;
                case Verdict.Bounded _, Verdict.Unknown _ -> {}
            }
        }
        assertTrue(
                proved > 0 && refuted > all.size() / 6,
                proved + " proved, " + refuted + " refuted of a third of " + all.size());
    }

    private static void assertRefuted(String beginning, String seed, String candidate) throws Exception {
        var refuted = assertInstanceOf(Verdict.Refuted.class, compare(seed, candidate, 8));
        String text = RunText.of(refuted.counterexample());
        assertTrue(text.startsWith(beginning), text);
        assertTrue(Vcd.of(refuted.counterexample()).contains("$scope module candidate"));
    }

    private static void assertTokenByToken(Verdict verdict) {
        var proved = assertInstanceOf(Verdict.Proved.class, verdict, verdict::toString);
        assertTrue(proved.engine().startsWith("token by token"), proved::engine);
    }

    private static Verdict compare(String seed, String candidate, int patience) throws Exception {
        return verdict(Designs.circuit(TASK, seed), Designs.circuit(TASK, candidate), patience);
    }

    private static Verdict verdict(Circuit seed, Circuit candidate, int patience) throws Exception {
        var channels = Channels.of(seed, CONTRACT, TASK.reset());
        var prover = new Prover(Machine.ABC, RandomGenerator.of("L64X128MixRandom"), 2);
        return new StreamProof(prover)
                .prove(new StreamObligation(seed, candidate, channels, TASK.reset(), patience), Designs.PATIENCE);
    }
}
