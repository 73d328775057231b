package dev.ouroboros.fpga;

import dev.ouroboros.hdl.netlist.DesignProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts a synthesized design between registers, so that it needs three pins and every way through it is one from register to
 * register: inputs come from one long shift register, outputs are stored and run together into one pin. What it adds is
 * the same for all designs of the same ports, and is not optimized into them, for synthesis is over.
 *
 * @param top the module to wrap
 * @param clock its clock port; null if it has none
 */
record PinWrapper(String top, @Nullable String clock) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Exclusive or of I0 and I1. */
    private static final String EITHER = "0110011001100110";

    /**
     * Wraps Yosys' netlist.
     *
     * @throws DesignProblem if it cannot be read, or has a port that goes both ways
     */
    String around(String netlist) throws DesignProblem {
        try {
            JsonNode design = JSON.readTree(netlist);
            if (!(design.path("modules").path(top) instanceof ObjectNode module)) {
                throw new DesignProblem("the netlist has no module " + top);
            }
            new Wrapping(module).wrap();
            return JSON.writeValueAsString(design);
        } catch (JacksonException e) {
            throw new DesignProblem("the netlist cannot be read: " + e.getOriginalMessage());
        }
    }

    private final class Wrapping {
        private final ObjectNode module;
        private final ObjectNode cells;
        private final List<Integer> inputs = new ArrayList<>();
        private final List<Integer> outputs = new ArrayList<>();
        private int next;
        private int clockBit;
        private int added;

        Wrapping(ObjectNode module) throws DesignProblem {
            this.module = module;
            this.cells = module.withObjectProperty("cells");
            this.next = 1 + greatest(module);
            this.clockBit = next++;
            for (var port : module.path("ports").properties()) {
                readPort(port.getKey(), port.getValue());
            }
        }

        private void readPort(String name, JsonNode port) throws DesignProblem {
            var bits = new ArrayList<Integer>();
            port.path("bits").forEach(bit -> {
                if (bit.isInt()) {
                    bits.add(bit.intValue());
                }
            });
            switch (port.path("direction").asString("")) {
                case "input" -> {
                    if (name.equals(clock)) {
                        clockBit = bits.getFirst();
                    } else {
                        inputs.addAll(bits);
                    }
                }
                case "output" -> outputs.addAll(bits);
                default -> throw new DesignProblem("the port " + name + " goes both ways");
            }
        }

        void wrap() {
            int in = next++;
            int last = in;
            for (int bit : inputs) {
                register(last, bit);
                last = bit;
            }
            int all = last;
            for (int bit : outputs) {
                int kept = next++;
                int mixed = next++;
                int sum = next++;
                register(bit, kept);
                mix(kept, all, mixed);
                register(mixed, sum);
                all = sum;
            }
            ObjectNode ports = module.putObject("ports");
            port(ports, "wrapper_clock", "input", clockBit);
            port(ports, "wrapper_in", "input", in);
            port(ports, "wrapper_out", "output", all);
        }

        private void register(int from, int to) {
            cell("SB_DFF", Map.of(), Map.of("C", bit(clockBit), "D", bit(from), "Q", bit(to)));
        }

        private void mix(int one, int other, int to) {
            cell(
                    "SB_LUT4",
                    Map.of("LUT_INIT", EITHER),
                    Map.of("I0", bit(one), "I1", bit(other), "I2", constant(), "I3", constant(), "O", bit(to)));
        }

        private void cell(String type, Map<String, String> parameters, Map<String, ArrayNode> connections) {
            ObjectNode cell = cells.putObject("wrapper$" + added++);
            cell.put("hide_name", 0).put("type", type);
            ObjectNode values = cell.putObject("parameters");
            parameters.forEach(values::put);
            cell.putObject("attributes");
            ObjectNode directions = cell.putObject("port_directions");
            ObjectNode pins = cell.putObject("connections");
            new TreeMap<>(connections).forEach((pin, bits) -> {
                directions.put(pin, pin.equals("O") || pin.equals("Q") ? "output" : "input");
                pins.set(pin, bits);
            });
        }

        private static ArrayNode bit(int bit) {
            return JSON.createArrayNode().add(bit);
        }

        private static ArrayNode constant() {
            return JSON.createArrayNode().add("0");
        }

        private static void port(ObjectNode ports, String name, String direction, int bit) {
            ports.putObject(name).put("direction", direction).set("bits", bit(bit));
        }
    }

    /** Returns the greatest number that a bit has. */
    private static int greatest(JsonNode module) {
        int most = 1;
        for (var port : module.path("ports")) {
            most = Math.max(most, greatestOf(port.path("bits")));
        }
        for (var cell : module.path("cells")) {
            for (var pin : cell.path("connections")) {
                most = Math.max(most, greatestOf(pin));
            }
        }
        for (var name : module.path("netnames")) {
            most = Math.max(most, greatestOf(name.path("bits")));
        }
        return most;
    }

    private static int greatestOf(JsonNode bits) {
        int most = 0;
        for (var bit : bits) {
            most = Math.max(most, bit.intValue(0));
        }
        return most;
    }
}
