package dev.ouroboros.hdl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.ParameterFile;
import dev.ouroboros.engine.evaluation.Attachment;
import dev.ouroboros.engine.evaluation.Measurement;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.layer.LayerOptions;
import dev.ouroboros.engine.layer.Layers;
import dev.ouroboros.engine.layer.PartSupport;
import dev.ouroboros.engine.layer.Stage;
import dev.ouroboros.engine.measure.SecretRandom;
import dev.ouroboros.engine.process.DefaultToolRunner;
import dev.ouroboros.engine.process.Sandboxes;
import dev.ouroboros.engine.space.Setting;
import dev.ouroboros.engine.task.Task;
import dev.ouroboros.engine.task.TaskReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The layer as the engine finds and uses it. */
class VerilogLayerTest {
    private static final String SOURCE = """
            module counter(input clk, input rst, input en, output [3:0] n);
              wire [3:0] next;
              step #(.BY(`BY)) s(.n(n), .en(en), .next(next));
              keeper k(.clk(clk), .rst(rst), .d(next), .q(n));
            endmodule
            module step #(parameter BY = 1)(input [3:0] n, input en, output [3:0] next);
              assign next = en ? n + BY : n;
            endmodule
            """;

    private static final String LIBRARY = """
            module keeper(input clk, input rst, input [3:0] d, output reg [3:0] q);
              always @(posedge clk) if (rst) q <= 0; else q <= d;
            endmodule
            """;

    private static final String TASK = """
            name = "counter"
            [[parts]]
            name  = "design"
            layer = "verilog"
            files = ["counter.v"]
              [parts.parameters]
              BY = [1, 17, 2]
              [parts.verilog]
              top       = "counter"
              clock     = "clk"
              reset     = { name = "rst" }
              libraries = ["keeper.v"]
              device    = "hx1k"
              recipes   = ["", "-abc9"]
            [[objectives]]
            metric = "luts"
            goal   = "minimize"
            """;

    private static final String QUEUE = """
            module counter(input clk, input rst, input we, input [1:0] at, input [3:0] d, output reg [3:0] n);
              reg [3:0] m [0:3];
              always @(posedge clk) begin
                if (we) m[at] <= d;
                n <= m[at];
              end
            endmodule
            """;

    private final VerilogLayer layer = new VerilogLayer();

    @TempDir
    Path folder;

    private Task task;

    @BeforeEach
    void write() throws Exception {
        Files.writeString(folder.resolve("counter.v"), SOURCE);
        Files.writeString(folder.resolve("keeper.v"), LIBRARY);
        Files.writeString(folder.resolve("task.toml"), TASK);
        task = TaskReader.read(folder, Set.of("verilog"));
    }

    @Test
    void theEngineFindsIt() {
        assertTrue(Layers.load().names().contains("verilog"));
    }

    @Test
    void theSeedPassesEveryStageAndIsCounted() throws Exception {
        Map<String, Outcome> outcomes = judge(task.seed());
        assertEquals(
                List.of("inspect", "elaboration", "synthesis", "proof", "netlist"), List.copyOf(outcomes.keySet()));
        var counted = assertInstanceOf(Outcome.Passed.class, outcomes.get("synthesis"));
        assertEquals(4, metric(counted, "flip-flops"));
        assertTrue(metric(counted, "luts") >= 4 && metric(counted, "luts") <= 8, counted::toString);
        assertTrue(counted.log().contains("4 FF  counter.v:1  module counter("), counted::log);
        assertTrue(counted.log().contains("counter.v:3  step #("), counted::log);
        var proved = assertInstanceOf(Outcome.Passed.class, outcomes.get("netlist"));
        assertTrue(proved.log().startsWith("Proved to do what its own source does"), proved::log);
    }

    @Test
    void aBlockRamThatTheTaskDoesNotAllowIsRefused() throws Exception {
        Files.writeString(folder.resolve("counter.v"), QUEUE);
        Files.writeString(
                folder.resolve("task.toml"),
                TASK.replace("device    = \"hx1k\"", "device    = \"hx1k\"\n      block-rams = 0"));
        task = TaskReader.read(folder, Set.of("verilog"));
        assertInstanceOf(Outcome.Passed.class, judge(task.seed()).get("synthesis"));
        var block = task.seed()
                .with("design/counter.v", QUEUE.replace("reg [3:0] m", "(* ram_style = \"block\" *) reg [3:0] m"));
        var refused = assertInstanceOf(Outcome.Rejected.class, judge(block).get("synthesis"));
        assertEquals("takes 1 block RAMs, and the task allows 0", refused.message());
    }

    @Test
    void aParameterThatChangesNothingIsProvedAndOneThatDoesIsRefutedWithARun() throws Exception {
        assertInstanceOf(Outcome.Passed.class, judge(with(17L)).get("proof"));
        var wrong = assertInstanceOf(Outcome.Rejected.class, judge(with(2L)).get("proof"));
        assertEquals(Reason.INCORRECT, wrong.reason());
        assertTrue(wrong.message().contains("candidate.n is wrong in the last cycle"), wrong::message);
        var waveform =
                assertInstanceOf(Attachment.Made.class, wrong.attachments().getFirst());
        assertEquals("counterexample.vcd", waveform.name());
        assertTrue(waveform.content().text().contains("$scope module wrong $end\n$var wire 1 "), waveform::toString);
    }

    @Test
    void whatIsNoDesignIsRejectedWithThePlace() throws Exception {
        rejected(
                Reason.GUARD,
                "counter.v:2: refused: $display",
                SOURCE.replace("  wire [3:0] next;", "  initial $display(1); wire [3:0] next;"));
        rejected(Reason.BUILD, "counter.v:7: ERROR", SOURCE.replace("? n + BY", "? n + + ;"));
        rejected(
                Reason.BUILD,
                "the ports of counter changed",
                SOURCE.replace("output [3:0] n)", "output [3:0] n, output extra)"));
        rejected(
                Reason.BUILD,
                "take the rising edge of the clock",
                SOURCE.replace(
                        "keeper k(.clk(clk), .rst(rst), .d(next), .q(n));",
                        "reg [3:0] q; assign n = q; always @(negedge clk) if (rst) q <= 0; else q <= next;"));
        rejected(
                Reason.BUILD, "counter.v:4: ERROR: Module `\\magic' referenced", SOURCE.replace("keeper k", "magic k"));
        String line = "reg [1299:0] line; always @(posedge clk) line <= {line[1298:0], en};";
        rejected(
                Reason.BUILD,
                "too large for the hx1k",
                SOURCE.replace("wire [3:0] next;", "wire [3:0] next; " + line)
                        .replace(".en(en), .next", ".en(line[1299]), .next"));
    }

    @Test
    void theDoctorFindsWhatTheTestsUse() throws Exception {
        for (var check : layer.doctorChecks()) {
            var finding = check.find();
            assertTrue(finding.present(), finding::toString);
        }
        assertTrue(String.valueOf(layer.environment(options()).get("yosys")).startsWith("Yosys "));
    }

    private void rejected(Reason reason, String text, String source) throws Exception {
        var outcomes = judge(task.seed().with("design/counter.v", source));
        var last = List.copyOf(outcomes.values()).getLast();
        var rejected = assertInstanceOf(Outcome.Rejected.class, last, last::toString);
        assertEquals(reason, rejected.reason(), rejected::message);
        assertTrue(rejected.message().contains(text), rejected::message);
    }

    private Artifact with(long by) {
        return task.seed().with(Artifact.parametersPath("design"), ParameterFile.write(Setting.of(Map.of("BY", by))));
    }

    private static double metric(Outcome.Passed passed, String name) {
        return passed.measurements().stream()
                .filter(measurement -> measurement.metric().equals(name))
                .mapToDouble(Measurement::median)
                .findFirst()
                .orElseThrow();
    }

    /** Returns what each stage said, to the first that did not pass. */
    private Map<String, Outcome> judge(Artifact artifact) throws Exception {
        var outcomes = new LinkedHashMap<String, Outcome>();
        try (PartSupport support = layer.support(task.parts().getFirst(), options())) {
            for (Stage stage : support.stages()) {
                Outcome outcome = stage.run(artifact);
                outcomes.put(stage.name(), outcome);
                if (!(outcome instanceof Outcome.Passed)) {
                    break;
                }
            }
        }
        return outcomes;
    }

    private static LayerOptions options() throws InterruptedException {
        var works = assertInstanceOf(Sandboxes.Detection.Works.class, Sandboxes.detect());
        return new LayerOptions(null, works.sandbox(), new DefaultToolRunner(), SecretRandom.fromSystem());
    }
}
