package dev.ouroboros.hdl.netlist;

import dev.ouroboros.hdl.netlist.Netlist.Cell;
import dev.ouroboros.hdl.netlist.Netlist.Direction;
import dev.ouroboros.hdl.netlist.Netlist.Port;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what Yosys' {@code write_json} wrote of a flattened design. */
public final class NetlistReader {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private NetlistReader() {}

    /**
     * Returns the module {@code top}.
     *
     * @throws DesignProblem if the text is no such netlist, which is a fault of the tool or of what was done to it
     */
    public static Netlist read(String text, String top) throws DesignProblem {
        JsonNode module;
        try {
            module = JSON.readTree(text).path("modules").path(top);
        } catch (JacksonException e) {
            throw new DesignProblem("the netlist cannot be read: " + e.getOriginalMessage());
        }
        if (!module.isObject()) {
            throw new DesignProblem("the netlist has no module " + top);
        }
        var initial = new HashMap<Integer, Boolean>();
        var names = new HashMap<Integer, String>();
        module.path("netnames").properties().forEach(entry -> net(entry.getKey(), entry.getValue(), initial, names));
        return new Netlist(top, ports(module.path("ports")), cells(module.path("cells")), initial, names);
    }

    private static List<Port> ports(JsonNode node) throws DesignProblem {
        var ports = new ArrayList<Port>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            ports.add(new Port(
                    entry.getKey(),
                    direction(entry.getValue().path("direction").asString("")),
                    bits(entry.getValue().path("bits"))));
        }
        return ports;
    }

    private static Direction direction(String word) throws DesignProblem {
        return switch (word) {
            case "input" -> Direction.INPUT;
            case "output" -> Direction.OUTPUT;
            case "inout" -> Direction.INOUT;
            default -> throw new DesignProblem("the netlist has a port of direction '" + word + "'");
        };
    }

    private static List<Cell> cells(JsonNode node) throws DesignProblem {
        var cells = new ArrayList<Cell>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            JsonNode cell = entry.getValue();
            var pins = new HashMap<String, List<Integer>>();
            cell.path("connections").properties().forEach(pin -> pins.put(pin.getKey(), bits(pin.getValue())));
            var parameters = new HashMap<String, String>();
            cell.path("parameters")
                    .properties()
                    .forEach(parameter -> parameters.put(
                            parameter.getKey(), parameter.getValue().asString("")));
            cells.add(new Cell(
                    entry.getKey(),
                    cell.path("type").asString(""),
                    pins,
                    outputs(cell.path("port_directions")),
                    parameters,
                    cell.path("attributes").path("src").asString("")));
        }
        return cells;
    }

    private static List<String> outputs(JsonNode directions) {
        return directions.properties().stream()
                .filter(pin -> !pin.getValue().asString("").equals("input"))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<Integer> bits(JsonNode node) {
        var bits = new ArrayList<Integer>();
        node.forEach(bit -> bits.add(bit.isNumber() ? bit.intValue() : constant(bit.asString(""))));
        return bits;
    }

    private static int constant(String text) {
        return switch (text) {
            case "0" -> Netlist.ZERO;
            case "1" -> Netlist.ONE;
            default -> Netlist.UNDEFINED;
        };
    }

    /** Names that people wrote win over those that Yosys made. */
    private static void net(String name, JsonNode net, Map<Integer, Boolean> initial, Map<Integer, String> names) {
        List<Integer> bits = bits(net.path("bits"));
        String init = net.path("attributes").path("init").asString("");
        boolean made = net.path("hide_name").intValue(0) != 0;
        for (int i = 0; i < bits.size(); i++) {
            int bit = bits.get(i);
            if (!Netlist.isNet(bit)) {
                continue;
            }
            String label = bits.size() == 1 ? name : name + "[" + i + "]";
            if (made) {
                names.putIfAbsent(bit, label);
            } else {
                names.put(bit, label);
            }
            char value = i < init.length() ? init.charAt(init.length() - 1 - i) : 'x';
            if (value == '0' || value == '1') {
                initial.put(bit, value == '1');
            }
        }
    }
}
