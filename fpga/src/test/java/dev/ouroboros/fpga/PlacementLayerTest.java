package dev.ouroboros.fpga;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.layer.LayerOptions;
import dev.ouroboros.engine.layer.PartSupport;
import dev.ouroboros.engine.layer.Stage;
import dev.ouroboros.engine.measure.BlockScheduler;
import dev.ouroboros.engine.measure.SecretRandom;
import dev.ouroboros.engine.process.DefaultToolRunner;
import dev.ouroboros.engine.process.Sandboxes;
import dev.ouroboros.engine.task.Task;
import dev.ouroboros.engine.task.TaskReader;
import dev.ouroboros.hdl.netlist.DesignProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A counter on a real device model. */
class PlacementLayerTest {
    private static final String COUNTER = """
            module counter(input clk, input rst, output reg [7:0] n);
              always @(posedge clk) if (rst) n <= 0; else n <= n + 1;
            endmodule
            """;

    private static final String SLOW = """
            module counter(input clk, input rst, output reg [7:0] n);
              wire [7:0] next = (n * 8'd201) ^ ((n * 8'd77) >> 3) ^ ((n * n) << 1);
              always @(posedge clk) if (rst) n <= 0; else n <= next + 1;
            endmodule
            """;

    private static final String HIDDEN = """
            module counter(input clk, input rst, input [7:0] a, input [7:0] b, output reg [7:0] n, output [15:0] p);
              assign p = a * b;
              always @(posedge clk) if (rst) n <= 0; else n <= n + 1;
            endmodule
            """;

    private static final String WIDE = """
            module counter(input clk, input rst, input [99:0] a, input [99:0] b, output reg [99:0] n);
              always @(posedge clk) if (rst) n <= 0; else n <= a ^ b;
            endmodule
            """;

    private static final String GATES = """
            module counter(input [7:0] a, input [7:0] b, output [7:0] n);
              assign n = a ^ b;
            endmodule
            """;

    private final PlacementLayer layer = new PlacementLayer();

    @TempDir
    Path folder;

    private Task task;

    @BeforeEach
    void write() throws Exception {
        Files.writeString(folder.resolve("counter.v"), COUNTER);
        Files.writeString(folder.resolve("task.toml"), """
                name = "counter"
                [[parts]]
                name  = "design"
                layer = "verilog"
                files = ["counter.v"]
                  [parts.verilog]
                  top    = "counter"
                  clock  = "clk"
                  reset  = { name = "rst" }
                  device = "hx1k"
                [[objectives]]
                metric = "logic-cells"
                goal   = "minimize"
                """);
        task = TaskReader.read(folder, Set.of("verilog"));
    }

    @Test
    void logicCellsAreCountedAfterPacking() throws Exception {
        var passed = assertInstanceOf(Outcome.Passed.class, run("pack", COUNTER));
        var measurement = passed.measurements().getFirst();
        assertEquals("logic-cells", measurement.metric());
        assertTrue(measurement.exact());
        assertTrue(measurement.median() >= 8 && measurement.median() <= 11, measurement::toString);
    }

    @Test
    void theSeedIsAsFastAsItselfAndALongPathIsNot() throws Exception {
        var same = assertInstanceOf(Outcome.Passed.class, run("clock", COUNTER));
        assertEquals(8, same.measurements().getFirst().samples().size());
        assertEquals(
                same.measurements().getFirst().ofSeed(), same.measurements().getLast(), "the same placements");
        var slow = assertInstanceOf(Outcome.Rejected.class, run("clock", SLOW));
        assertEquals(Reason.NOT_BETTER, slow.reason());
        assertTrue(slow.message().startsWith("the clock would have to be slower"), slow::message);
        assertTrue(slow.message().contains("The longest way takes "), slow::message);
        assertTrue(slow.message().contains("counter.v:2  wire [7:0] next = (n * 8'd201)"), slow::message);
    }

    @Test
    void aDesignWithMorePortsThanPinsIsPlacedBetweenRegisters() throws Exception {
        seed(WIDE);
        var same = assertInstanceOf(Outcome.Passed.class, run("clock", WIDE));
        assertEquals(8, same.measurements().getFirst().samples().size());
        var slow = assertInstanceOf(Outcome.Rejected.class, run("clock", WIDE.replace("a ^ b", "a + b")));
        assertEquals(Reason.NOT_BETTER, slow.reason());
    }

    @Test
    void aDesignWithoutRegistersIsPlacedBetweenSome() throws Exception {
        seed(GATES);
        var toml = folder.resolve("task.toml");
        Files.writeString(
                toml,
                Files.readString(toml)
                        .replaceAll("(?m)^ *(clock|reset) .*\n", "")
                        .replace("device", "contract = \"combinational\"\n  device"));
        task = TaskReader.read(folder, Set.of("verilog"));
        assertInstanceOf(Outcome.Passed.class, run("clock", GATES));
        var slow = assertInstanceOf(Outcome.Rejected.class, run("clock", GATES.replace("a ^ b", "a * b")));
        assertEquals(Reason.NOT_BETTER, slow.reason());
    }

    @Test
    void theFrequencyIsAnObjectiveByABenchAndElseAConstraint() throws Exception {
        assertEquals(List.of("pack", "clock"), stages());
        aimAtFrequency();
        assertEquals(List.of("pack", "way"), stages());
        try (PartSupport support = layer.support(task.parts().getFirst(), options())) {
            var bench = Objects.requireNonNull(support.bench());
            assertEquals("fmax", bench.metric());
            assertEquals(100, bench.value(1e-8), 1e-9);
            var slower = task.seed().with("design/counter.v", SLOW);
            var block = BlockScheduler.STANDARD.run("design", bench, task.seed(), slower, new SplittableRandom(1));
            assertEquals(1, block.incumbent().size());
            assertTrue(block.logGain() < -0.5, block::toString);
            var same = bench.screen("design", task.seed(), task.seed());
            assertEquals(0, same.logGain());
        }
    }

    /** Its only way from register to register is that of the counter: the product hides before and behind. */
    @Test
    void logicThatNoWayBetweenRegistersLeadsThroughCountsToo() throws Exception {
        aimAtFrequency();
        var way = assertInstanceOf(Outcome.Passed.class, run("way", COUNTER));
        assertTrue(way.log().contains("counter.v:2"), way::log);
        seed(HIDDEN);
        aimAtFrequency();
        var hidden = assertInstanceOf(Outcome.Passed.class, run("way", HIDDEN));
        assertTrue(nanoseconds(hidden) > 1.2 * nanoseconds(way), hidden::log);
    }

    private static double nanoseconds(Outcome.Passed way) {
        return Double.parseDouble(way.log().replaceAll("(?s).*takes ([0-9.]+) ns.*", "$1"));
    }

    @Test
    void aWrapperLeavesAPortThatGoesBothWaysAlone() {
        var netlist = "{\"modules\": {\"t\": {\"ports\": {\"p\": {\"direction\": \"inout\", \"bits\": [2]}}}}}";
        var problem = assertThrows(DesignProblem.class, () -> new PinWrapper("t", null).around(netlist));
        assertTrue(String.valueOf(problem.getMessage()).contains("both ways"));
    }

    @Test
    void whatScattersAroundTheSeedPasses() {
        var seed = List.of(100.0, 104.0, 98.0, 103.0, 99.0, 101.0, 97.0, 102.0);
        var other = List.of(101.0, 99.0, 103.0, 98.0, 102.0, 97.0, 104.0, 100.0);
        assertInstanceOf(Outcome.Passed.class, ClockStage.judge(seed, other, ""));
    }

    @Test
    void theDoctorFindsWhatTheTestsUse() throws Exception {
        for (var check : layer.doctorChecks()) {
            var finding = check.find();
            assertTrue(finding.present(), finding::toString);
        }
        assertTrue(String.valueOf(layer.environment(options()).get("nextpnr")).contains("nextpnr"));
    }

    private List<String> stages() throws Exception {
        try (PartSupport support = layer.support(task.parts().getFirst(), options())) {
            return support.stages().stream().map(Stage::name).toList();
        }
    }

    private void aimAtFrequency() throws Exception {
        var toml = folder.resolve("task.toml");
        Files.writeString(
                toml, Files.readString(toml).replace("logic-cells", "fmax").replace("minimize", "maximize"));
        task = TaskReader.read(folder, Set.of("verilog"));
    }

    private void seed(String source) throws Exception {
        Files.writeString(folder.resolve("counter.v"), source);
        task = TaskReader.read(folder, Set.of("verilog"));
    }

    private Outcome run(String stage, String source) throws Exception {
        try (PartSupport support = layer.support(task.parts().getFirst(), options())) {
            return support.stages().stream()
                    .filter(known -> known.name().equals(stage))
                    .findFirst()
                    .orElseThrow()
                    .run(task.seed().with("design/counter.v", source));
        }
    }

    private static LayerOptions options() throws InterruptedException {
        var works = assertInstanceOf(Sandboxes.Detection.Works.class, Sandboxes.detect());
        return new LayerOptions(null, works.sandbox(), new DefaultToolRunner(), SecretRandom.fromSystem());
    }
}
