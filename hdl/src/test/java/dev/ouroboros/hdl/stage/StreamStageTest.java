package dev.ouroboros.hdl.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.layer.LayerOptions;
import dev.ouroboros.engine.layer.PartSupport;
import dev.ouroboros.engine.measure.SecretRandom;
import dev.ouroboros.engine.process.DefaultToolRunner;
import dev.ouroboros.engine.process.Sandboxes;
import dev.ouroboros.engine.task.TaskReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A task of streams as a user writes it, and what its proof says of candidates. */
class StreamStageTest {
    private static final String TABLE = """
            inputs   = [{ valid = "in_valid", ready = "in_ready", data = ["in_data"] }]
            outputs  = [{ valid = "out_valid", ready = "out_ready", data = ["out_data"] }]
            """;

    private static final String SEED = """
            module top(input clk, input rst, input in_valid, output in_ready, input [7:0] in_data,
                       output reg out_valid, input out_ready, output reg [7:0] out_data);
              assign in_ready = !out_valid;
              always @(posedge clk)
                if (rst) out_valid <= 0;
                else if (!out_valid) begin out_valid <= in_valid; out_data <= ~in_data; end
                else if (out_ready) out_valid <= 0;
            endmodule
            """;

    private static final String FASTER = """
            module top(input clk, input rst, input in_valid, output in_ready, input [7:0] in_data,
                       output reg out_valid, input out_ready, output [7:0] out_data);
              reg more;
              reg [7:0] held, spare;
              assign in_ready = !more;
              assign out_data = ~held;
              always @(posedge clk)
                if (rst) begin out_valid <= 0; more <= 0; end
                else if (out_ready || !out_valid) begin
                  out_valid <= more || in_valid;
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

    @Test
    void otherCyclesAreNoFaultAndOtherTokensAre() throws Exception {
        var proved = assertInstanceOf(Outcome.Passed.class, judge(TABLE, FASTER));
        assertTrue(proved.log().contains("token by token"), proved::log);
        var wrong = rejected(
                Reason.INCORRECT, judge(TABLE, FASTER.replace("held <= more ? spare", "held <= more ? in_data")));
        assertTrue(wrong.message().contains("candidate.out_data"), wrong::message);
        assertEquals("counterexample.vcd", wrong.attachments().getFirst().name());
    }

    @Test
    void aNewPathWithoutARegisterIsRefused() throws Exception {
        var through = rejected(
                Reason.INCORRECT,
                judge(
                        TABLE,
                        SEED.replace("in_ready = !out_valid", "in_ready = !out_valid || out_ready")
                                .replace("else if (!out_valid) begin", "else if (!out_valid || out_ready) begin")));
        assertTrue(through.message().contains("a combinational path that the seed has not: out_ready to in_ready"));
    }

    @Test
    void aStreamThatTheSeedHasNotIsTold() throws Exception {
        mistake("has no port in_valid2", TABLE.replace("in_valid", "in_valid2"));
        mistake(
                "goes the other way",
                TABLE.replace("valid = \"in_valid\", ready = \"in_ready\"", "valid = \"in_ready\""));
        mistake(
                "has 8 bits; the task calls it a valid",
                TABLE.replace(
                        "valid = \"in_valid\", ready = \"in_ready\", data = [\"in_data\"]",
                        "valid = \"in_data\", ready = \"in_ready\""));
        mistake("rst of top is the reset", TABLE.replace("data = [\"in_data\"]", "data = [\"in_data\", \"rst\"]"));
        mistake("the output out_data of top is in no stream", TABLE.replace(", data = [\"out_data\"]", ""));
    }

    private void mistake(String text, String table) throws Exception {
        var rejected = rejected(Reason.BUILD, judge(table, SEED));
        assertTrue(rejected.message().contains(text), rejected::message);
    }

    private static Outcome.Rejected rejected(Reason reason, Outcome outcome) {
        var rejected = assertInstanceOf(Outcome.Rejected.class, outcome, outcome::toString);
        assertEquals(reason, rejected.reason());
        return rejected;
    }

    private Outcome judge(String table, String candidate) throws Exception {
        Files.writeString(folder.resolve("top.v"), SEED);
        Files.writeString(folder.resolve("task.toml"), """
                name = "top"
                [[parts]]
                name  = "design"
                layer = "verilog"
                files = ["top.v"]
                  [parts.verilog]
                  top      = "top"
                  clock    = "clk"
                  reset    = { name = "rst" }
                  contract = "stream"
                  patience = 8
                """ + table.indent(2) + """
                [[objectives]]
                metric = "luts"
                goal   = "minimize"
                """);
        var task = TaskReader.read(folder, Set.of("verilog"));
        var works = assertInstanceOf(Sandboxes.Detection.Works.class, Sandboxes.detect());
        var options = new LayerOptions(null, works.sandbox(), new DefaultToolRunner(), SecretRandom.fromSystem());
        try (PartSupport support = Support.of(task.parts().getFirst(), options)) {
            return support.stages().stream()
                    .filter(stage -> stage.name().equals("proof"))
                    .findFirst()
                    .orElseThrow()
                    .run(task.seed().with("design/top.v", candidate));
        }
    }
}
