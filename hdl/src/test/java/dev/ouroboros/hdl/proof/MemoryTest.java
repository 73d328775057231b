package dev.ouroboros.hdl.proof;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.hdl.netlist.Circuit;
import dev.ouroboros.hdl.task.DesignTask;
import dev.ouroboros.hdl.tool.Yosys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Memories that became block RAMs: the right netlist is proved, one with a wire in the wrong place never. */
class MemoryTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DesignTask CLOCKED = Designs.clocked(Designs.RESET, 0);

    private static final String WITH_CONTENTS = """
            module top(input clk, input rst, input we, input [1:0] wa, input [1:0] ra, input [15:0] d, output reg [15:0] q);
              (* ram_style = "block" *) reg [15:0] m [0:3];
              initial begin m[0] = 16'h1234; m[1] = 16'hfffe; m[2] = 16'h8001; m[3] = 16'h0f0f; end
              always @(posedge clk) begin
                if (we) m[wa] <= d;
                q <= m[ra];
              end
            endmodule
            """;

    /** A source, and what synthesis made of it. */
    private record Memory(Circuit source, String netlist) {
        static Memory of(String source) throws Exception {
            var design = Designs.design(CLOCKED, source);
            String netlist = Machine.YOSYS.synthesize(design, List.of()).json();
            assertTrue(netlist.contains("\"SB_RAM40_4K\""), "it is in a block RAM");
            return new Memory(Machine.YOSYS.elaborate(design), netlist);
        }

        Verdict verdict(DesignTask task) throws Exception {
            return Designs.verdict(task, source, circuit(netlist));
        }

        Verdict verdict(DesignTask task, Consumer<ObjectNode> edit) throws Exception {
            JsonNode design = JSON.readTree(netlist);
            edit.accept((ObjectNode) design.path("modules").path("top").path("cells"));
            assertFalse(design.equals(JSON.readTree(netlist)), "armed: the edit changes something");
            return Designs.verdict(task, source, circuit(design.toString()));
        }

        private static Circuit circuit(String json) throws Exception {
            return Yosys.circuit(new Yosys.Synthesis(json, json, ""), Designs.design(CLOCKED, ""));
        }
    }

    @Test
    void aQueueIsProvedButNoneWithAWireInTheWrongPlace() throws Exception {
        Memory queue = Memory.of(Files.readString(Path.of("tasks/fifo/fifo.v")).replace("module fifo", "module top"));
        Verdict right = queue.verdict(CLOCKED);
        assertInstanceOf(Verdict.Proved.class, right, right::toString);
        List<Consumer<ObjectNode>> errors = List.of(
                cells -> swap(cells, "WDATA"),
                cells -> swap(cells, "RADDR"),
                cells -> exchange(cells, "RADDR", "WADDR"),
                cells -> invert(cells, "WCLKE"),
                cells -> connect(cells, "RE", "0"),
                cells -> pins(cells).remove("RCLKE"),
                cells -> ((ArrayNode) pins(cells).path("WDATA")).set(0, "x"),
                cells -> otherMode(cells, "READ_MODE"),
                cells -> otherMode(cells, "WRITE_MODE"));
        for (int i = 0; i < errors.size(); i++) {
            Verdict verdict = queue.verdict(CLOCKED, errors.get(i));
            String which = "error " + i + ": ";
            assertInstanceOf(Verdict.Refuted.class, verdict, () -> which + verdict);
        }
    }

    @Test
    void contentsThatNoResetClearsMustBeTheSame() throws Exception {
        Memory memory = Memory.of(WITH_CONTENTS);
        for (DesignTask task : List.of(CLOCKED, Designs.clocked(null, 0))) {
            assertInstanceOf(Verdict.Proved.class, memory.verdict(task));
            for (String contents : List.of("1", "x")) {
                Verdict verdict = memory.verdict(task, cells -> contents(cells, contents));
                assertInstanceOf(Verdict.Refuted.class, verdict, verdict::toString);
            }
        }
    }

    private static ObjectNode ram(ObjectNode cells) {
        return (ObjectNode) cells.valueStream()
                .filter(cell -> cell.path("type").asString("").equals("SB_RAM40_4K"))
                .findFirst()
                .orElseThrow();
    }

    private static ObjectNode pins(ObjectNode cells) {
        return (ObjectNode) ram(cells).path("connections");
    }

    private static ObjectNode parameters(ObjectNode cells) {
        return (ObjectNode) ram(cells).path("parameters");
    }

    private static void otherMode(ObjectNode cells, String parameter) {
        boolean wide = Integer.parseInt(parameters(cells).path(parameter).asString(""), 2) == 0;
        parameters(cells).put(parameter, wide ? "01" : "00");
    }

    /** Makes the lowest bit of the lowest word another one. */
    private static void contents(ObjectNode cells, String bit) {
        String digits = parameters(cells).path("INIT_0").asString("");
        String other = digits.endsWith(bit) ? "0" : bit;
        parameters(cells).put("INIT_0", digits.substring(0, digits.length() - 1) + other);
    }

    private static void connect(ObjectNode cells, String pin, String constant) {
        pins(cells).putArray(pin).add(constant);
    }

    private static void invert(ObjectNode cells, String pin) {
        int fresh = 1_000_000;
        var inverter = cells.putObject("inverter");
        inverter.put("type", "SB_LUT4");
        inverter.putObject("parameters").put("LUT_INIT", "0000000000000001");
        inverter.putObject("port_directions").put("O", "output");
        var connections = inverter.putObject("connections");
        connections.putArray("I0").add(pins(cells).path(pin).path(0));
        List.of("I1", "I2", "I3").forEach(input -> connections.putArray(input).add("0"));
        connections.putArray("O").add(fresh);
        pins(cells).putArray(pin).add(fresh);
    }

    private static void exchange(ObjectNode cells, String one, String other) {
        JsonNode kept = pins(cells).path(one);
        pins(cells).set(one, pins(cells).path(other));
        pins(cells).set(other, kept);
    }

    /** Exchanges the first two connected bits of a pin. */
    private static void swap(ObjectNode cells, String pin) {
        var bits = (ArrayNode) pins(cells).path(pin);
        List<Integer> nets = IntStream.range(0, bits.size())
                .filter(i -> bits.get(i).isNumber())
                .boxed()
                .toList();
        JsonNode kept = bits.get(nets.get(0));
        bits.set(nets.get(0), bits.get(nets.get(1)));
        bits.set(nets.get(1), kept);
    }
}
