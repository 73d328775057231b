package dev.ouroboros.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.layer.CostClass;
import dev.ouroboros.engine.layer.Layers;
import dev.ouroboros.engine.layer.PartSupport;
import dev.ouroboros.engine.task.TaskReader;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Seeds and candidates in a real Verilator. */
class SimulationStageTest {
    private static final String CLOCKED = "clock = \"clk\"\n";
    private static final String RESET = CLOCKED + "reset = { name = \"rst\" }\n";
    private static final String COMBINATIONAL = "contract = \"combinational\"\n";

    private static final String SUM = """
            module top(input clk, input rst, input signed [7:0] a, input signed [7:0] b, output reg signed [8:0] y);
              always @(posedge clk) if (rst) y <= 0; else y <= a + b;
            endmodule
            """;

    @TempDir
    Path folder;

    @Test
    void theEngineFindsItsStageBetweenSynthesisAndProof() throws Exception {
        Bench bench = Bench.of(folder, RESET, SUM);
        try (PartSupport support =
                new SimulationLayer().support(bench.task().parts().getFirst(), Bench.options())) {
            var stage = Bench.stage(support, "simulation");
            assertEquals(CostClass.CHECK, stage.cost());
            assertEquals("verilator, g++", stage.capability());
            assertEquals(
                    CostClass.CONFIRM, Bench.stage(support, "long-simulation").cost());
        }
        var modules = Layers.load().named("verilog").stream()
                .map(layer -> layer.getClass().getSimpleName())
                .collect(Collectors.toSet());
        assertEquals(Set.of("VerilogLayer", "SimulationLayer"), modules);
    }

    @Test
    void whatDoesTheSamePassesAndAWrongSignIsRefusedWithARun() throws Exception {
        Bench bench = Bench.of(folder, RESET, SUM);
        var same = passed(bench.judge(SUM.replace("a + b", "b - (~a) - 1")));
        assertEquals("Does what the seed does in 10,000 simulated cycles.", same.log());
        var wrong = incorrect(bench.judge(SUM.replace("signed [7:0] b", "[7:0] b")));
        assertTrue(wrong.message().contains("candidate.y is wrong in the last cycle"), wrong::message);
        assertTrue(wrong.message().contains("seed.y"), wrong::message);
        assertEquals("counterexample.vcd", wrong.attachments().getFirst().name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a == 8'h5a && b == 8'hc3", "a == -8'sd128 && b == -8'sd128", "a == 8'hff && b == 8'h00"})
    void aRareTriggerIsFoundByCornersAndByTheConstantsOfTheText(String trigger) throws Exception {
        incorrect(Bench.of(folder, RESET, SUM).judge(SUM.replace("a + b", trigger + " ? 9'sd0 : a + b")));
    }

    /** What needs a long history is seldom met: the proof is there for it. */
    @Test
    void aTriggerThatTakesALongHistoryIsLeftToTheProof() throws Exception {
        String trojan = SUM.replace(
                        "always", "reg [63:0] key = 1; always @(posedge clk) key <= {key, a} * 64'd40503;\n  always")
                .replace("a + b", "key == 64'h0123456789abcdef ? 9'sd0 : a + b");
        passed(Bench.of(folder, RESET, SUM).judge(trojan));
    }

    /** A counter of cycles since the reset, which no screen is long enough for. */
    @Test
    void aTriggerAfterTwentyThousandCyclesIsMetByTheLongRun() throws Exception {
        String trojan = SUM.replace(
                        "always", "reg [14:0] age; always @(posedge clk) age <= rst ? 0 : age + 1;\n  always")
                .replace("a + b", "age > 20000 ? a : a + b");
        Bench bench = Bench.of(folder, RESET, SUM);
        passed(bench.judge(trojan));
        incorrect(bench.judge("long-simulation", trojan));
        var same = passed(bench.judge("long-simulation", SUM.replace("a + b", "b + a")));
        assertEquals("Does what the seed does in 1,000,000 simulated cycles.", same.log());
    }

    /** Random inputs alone would break it at once, and nothing would be compared after that. */
    @Test
    void inputsKeepToWhatIsAssumedOfThem() throws Exception {
        String table = RESET + "assumptions = [\"a <= 3\", \"a < b\"]\n";
        String seed = SUM.replace("signed ", "");
        Bench bench = Bench.of(folder, table, seed);
        passed(bench.judge(seed.replace("a + b", "a > 3 ? 0 : a + b")));
        incorrect(bench.judge(seed.replace("a + b", "a == 3 && b > 200 ? 0 : a + b")));
    }

    @Test
    void aResetInTheMiddleIsTried() throws Exception {
        String counter = """
                module top(input clk, input rst, output reg [3:0] n);
                  always @(posedge clk) if (rst) n <= 0; else n <= n + 1;
                endmodule
                """;
        incorrect(Bench.of(folder, RESET, counter).judge(counter.replace("if (rst)", "if (rst && (n == 0 || n > 3))")));
    }

    @Test
    void anAsynchronousResetThatIsActiveLowShowsAtOnce() throws Exception {
        String table = CLOCKED + "reset = { name = \"rst_n\", active = \"low\", kind = \"async\", cycles = 2 }\n";
        String seed = """
                module top(input clk, input rst_n, input [3:0] by, output reg [3:0] n);
                  always @(posedge clk or negedge rst_n) if (!rst_n) n <= 5; else n <= n + by;
                endmodule
                """;
        Bench bench = Bench.of(folder, table, seed);
        passed(bench.judge(seed.replace("n + by", "by + n")));
        incorrect(bench.judge(seed.replace(" or negedge rst_n", "")));
    }

    @Test
    void theOtherEdgeOfTheClockIsAnotherDesign() throws Exception {
        String seed = SUM.replace("posedge", "negedge");
        passed(Bench.of(folder, RESET, seed).judge(seed.replace("a + b", "b + a")));
        incorrect(Bench.of(folder, RESET, seed).judge(SUM));
    }

    @Test
    void aCandidateMayBeLateByAsMuchAsTheTaskSays() throws Exception {
        String late = """
                module top(input clk, input rst, input signed [7:0] a, input signed [7:0] b, output reg signed [8:0] y);
                  reg signed [8:0] first;
                  always @(posedge clk) if (rst) begin first <= 0; y <= 0; end else begin first <= a + b; y <= first; end
                endmodule
                """;
        String seed = SUM.replace("if (rst) y <= 0; else ", "");
        String shifted = late.replace("if (rst) begin first <= 0; y <= 0; end else ", "");
        passed(Bench.of(folder, RESET + "latency = 1\n", seed).judge(shifted));
        incorrect(Bench.of(folder, RESET, seed).judge(shifted));
        Bench later = Bench.of(folder, RESET + "latency = 1\n", seed);
        incorrect(later.judge(seed.replace("a + b", "b + a")));
        // What all are compared with begins the run, and is not later than itself.
        passed(later.judgeSeed());
    }

    @Test
    void withoutAClockEverySetOfInputsIsCompared() throws Exception {
        String seed = """
                module top(input [39:0] x, input [2:0] by, output [39:0] y, output any);
                  assign y = x << by;
                  assign any = |x;
                endmodule
                """;
        Bench bench = Bench.of(folder, COMBINATIONAL, seed);
        passed(bench.judge(seed.replace("|x", "x != 0")));
        incorrect(bench.judge(seed.replace("|x", "|x[38:0]")));
    }

    @Test
    void withoutAResetItStartsFromInitialValues() throws Exception {
        String seed = """
                module top(input clk, output reg [3:0] n = 9, output reg q);
                  always @(posedge clk) begin n <= n + 1; q <= q ^ n[0]; end
                endmodule
                """;
        Bench bench = Bench.of(folder, CLOCKED, seed);
        passed(bench.judge(seed.replace("output reg q", "output reg q = 1")));
        incorrect(bench.judge(seed.replace("= 9", "= 8")));
        incorrect(bench.judge(seed.replace(" = 9", "")));
    }

    @Test
    void whatTheSeedLeavesUndefinedMayBeAnything() throws Exception {
        String seed = """
                module top(input clk, input rst, input w, input [1:0] at, input [7:0] d, output [7:0] q, output p, output reg z = 0);
                  reg [7:0] memory [0:3];
                  reg u, v;
                  assign q = memory[at];
                  assign p = u ^ v;
                  always @(posedge clk) begin
                    if (w) memory[at] <= d;
                    u <= v;
                    v <= u;
                    z <= z & ~w;
                  end
                endmodule
                """;
        Bench bench = Bench.of(folder, RESET, seed);
        passed(bench.judge(seed.replace("u ^ v", "1'b0").replace("z = 0", "z = 1")));
        incorrect(bench.judge(seed.replace("memory[at] <= d", "memory[at] <= d | (at == 3)")));
    }

    @Test
    void parametersAndStrangeNamesArriveAtTheTop() throws Exception {
        String seed = """
                module top #(parameter W = 4) (input [W-1:0] \\a.b , input new, output [W:0] class);
                  assign class = \\a.b + new;
                endmodule
                """;
        Bench bench = Bench.of(folder, COMBINATIONAL + "top-parameters = { W = 9 }\n", seed);
        passed(bench.judgeSeed());
        incorrect(bench.judge(seed.replace("+ new", "+ new * (\\a.b < 400)")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "always @(posedge clk) if (a == 3) $finish;",
                "always @(posedge clk) if (a == 3) $stop;",
                "integer f; always @(posedge clk) begin f = $fopen(\"response.bin\", \"w\"); $fwrite(f, \"ok\");"
                        + " $finish; end",
                "always @(posedge clk) begin $display(\"passed\"); $write(\"0\"); if (a == 3) $finish; end",
                "integer i; always @(posedge clk) for (i = 0; i < 5; i = i) y[8] <= ~y[8];",
                "wire l = ~l | (a == 7 & l); always @(posedge clk) y[8] <= l;",
                "import \"DPI-C\" function int getpid(); always @(posedge clk) y[8] <= getpid() > 0;"
            })
    void whatEndsTheSimulationOrWritesOrNeverEndsIsNotTakenForRight(String trick) throws Exception {
        Outcome outcome = Bench.of(folder, RESET, SUM).judge(SUM.replace("endmodule", "  " + trick + "\nendmodule"));
        assertTrue(outcome instanceof Outcome.Rejected || outcome instanceof Outcome.TimedOut, outcome::toString);
    }

    /** It would be wrong if it could: then the inputs to come lie open, too. */
    @Test
    void aDesignCannotOpenAFile() throws Exception {
        String reader = SUM.replace("always", "integer f; initial f = $fopen(\"stimulus.bin\", \"r\");\n  always")
                .replace("a + b", "f != 0 ? 9'sd0 : a + b");
        passed(Bench.of(folder, RESET, SUM).judge(reader));
    }

    /** Only what Verilator alone does not take: the proof still decides. */
    @Test
    void aSeedThatVerilatorDoesNotTakeIsNotSimulated() throws Exception {
        String seed = """
                module top(input clk, input rst, input a, output reg y);
                  wire cell = ~a;
                  always @(posedge clk) y <= cell;
                endmodule
                """;
        Bench bench = Bench.of(folder, RESET, seed);
        var passed = passed(bench.judgeSeed());
        assertTrue(passed.log().startsWith("Not simulated, because the seed cannot be: Verilator"), passed::log);
    }

    @ParameterizedTest
    @ValueSource(strings = {"crc32", "divider8", "fifo", "fir", "popcount64", "sortnet8", "systolic", "uart_rx"})
    void theSeedsOfAllTasksDoWhatTheyDo(String name) throws Exception {
        Path task = Path.of("..", "hdl", "tasks", name).toAbsolutePath().normalize();
        var passed = passed(new Bench(TaskReader.read(task, Set.of("verilog"))).judgeSeed());
        assertTrue(passed.log().startsWith("Does what"), passed::log);
    }

    @Test
    void theDoctorFindsWhatTheTestsUse() throws Exception {
        var layer = new SimulationLayer();
        for (var check : layer.doctorChecks()) {
            var finding = check.find();
            assertTrue(finding.present(), finding::toString);
        }
        assertTrue(String.valueOf(layer.environment(Bench.options()).get("verilator"))
                .contains("Verilator"));
    }

    private static Outcome.Passed passed(Outcome outcome) {
        return assertInstanceOf(Outcome.Passed.class, outcome, outcome::toString);
    }

    private static Outcome.Rejected incorrect(Outcome outcome) {
        var rejected = assertInstanceOf(Outcome.Rejected.class, outcome, outcome::toString);
        assertEquals(Reason.INCORRECT, rejected.reason(), rejected::message);
        return rejected;
    }
}
