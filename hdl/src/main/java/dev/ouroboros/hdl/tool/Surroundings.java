package dev.ouroboros.hdl.tool;

import dev.ouroboros.hdl.netlist.Circuit;
import dev.ouroboros.hdl.netlist.DesignProblem;
import dev.ouroboros.hdl.netlist.Netlist.Port;
import dev.ouroboros.hdl.task.Assumption;
import dev.ouroboros.hdl.task.Reset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts a seed into surroundings that keep to the task's assumptions: from the first cycle in which they do not, its outputs are
 * undefined, so that for a candidate anything is right. A reset begins anew.
 *
 * @param circuit what the seed is by itself
 */
public record Surroundings(Design seed, Circuit circuit) {
    private static final String NAME = "ouroboros_surroundings";

    /** Returns the seed, undefined where assumptions are broken. */
    public Design excused() throws DesignProblem {
        return around(width -> "broken ? {" + width + "{1'bx}} : ");
    }

    /** Returns what no seed can be taken for as long as an assumption can be kept: all its outputs are inverted. */
    public Design inverted() throws DesignProblem {
        return around(_ -> "~");
    }

    /**
     * Returns a design without state that says of inputs alone whether they keep to the assumptions, of those that name no
     * output.
     */
    public Design ofInputs() throws DesignProblem {
        check();
        Set<String> outputs = circuit.outputs().stream().map(Port::name).collect(Collectors.toSet());
        var told = seed.task().assumptions().stream()
                .filter(assumption -> assumption.ports().stream().noneMatch(outputs::contains))
                .toList();
        return new Design(
                seed.task().beside(NAME), Map.of(NAME + ".sv", judge(NAME, circuit.inputs(), told)), Map.of());
    }

    private Design around(IntFunction<String> shown) throws DesignProblem {
        check();
        var task = seed.task();
        List<Port> ports = Stream.concat(circuit.inputs().stream(), circuit.outputs().stream())
                .toList();
        var text = new StringBuilder("`default_nettype none\nmodule " + NAME + "(");
        if (task.clock() != null) {
            text.append("input wire ").append(Instance.escaped(task.clock())).append(", ");
        }
        text.append(Stream.concat(declared("input", circuit.inputs()), declared("output", circuit.outputs()))
                .collect(Collectors.joining(", ")));
        text.append(");\n");
        var connections = new LinkedHashMap<String, String>();
        if (task.clock() != null) {
            connections.put(task.clock(), Instance.escaped(task.clock()));
        }
        circuit.inputs().forEach(port -> connections.put(port.name(), Instance.escaped(port.name())));
        for (int i = 0; i < circuit.outputs().size(); i++) {
            Port port = circuit.outputs().get(i);
            connections.put(port.name(), "shown" + i);
            text.append("  wire [" + (port.bits().size() - 1) + ":0] shown" + i + ";\n");
            text.append("  assign " + Instance.escaped(port.name()) + "= "
                    + shown.apply(port.bits().size()) + "shown" + i + ";\n");
        }
        text.append("  wire kept;\n").append(Instance.of(task, "design", connections));
        connections.remove(String.valueOf(task.clock()));
        text.append("  " + NAME + "_judge judge(.kept(kept), "
                + connections.entrySet().stream()
                        .map(each -> "." + Instance.escaped(each.getKey()) + "(" + each.getValue() + ")")
                        .collect(Collectors.joining(", "))
                + ");\n");
        text.append(broken()).append("endmodule\n");
        text.append(judge(NAME + "_judge", ports, task.assumptions()));
        var sources = new LinkedHashMap<>(seed.sources());
        sources.put(NAME + ".sv", text.toString());
        return new Design(seed.task().around(NAME), sources, seed.definitions());
    }

    /** Once broken, for ever; whatever state that left the design in, nobody relies on it. */
    private String broken() {
        var task = seed.task();
        String clock = task.clock();
        if (clock == null) {
            return "  wire broken = !kept;\n";
        }
        boolean rising =
                circuit.registers().isEmpty() || circuit.registers().getFirst().rising();
        Reset reset = task.reset();
        String edge = (rising ? "posedge " : "negedge ") + Instance.escaped(clock);
        String next = "before <= broken;\n";
        String declared = "  reg before;\n  wire broken = before || !kept;\n";
        if (reset == null) {
            return declared + "  initial before = 0;\n  always @(" + edge + ") " + next;
        }
        String name = Instance.escaped(reset.name());
        return declared + "  always @(" + edge
                + (reset.asynchronous() ? (reset.activeHigh() ? " or posedge " : " or negedge ") + name : "")
                + ") if (" + (reset.activeHigh() ? "" : "!") + name + ") before <= 0; else " + next;
    }

    private static String judge(String name, List<Port> ports, List<Assumption> assumptions) {
        String all = assumptions.stream()
                .map(assumption -> "(" + assumption.text() + "\n)")
                .collect(Collectors.joining(" && "));
        return "module " + name + "("
                + declared("input", ports).map(port -> port + ", ").collect(Collectors.joining())
                + "output wire kept);\n  assign kept = " + (all.isEmpty() ? "1'b1" : all) + ";\nendmodule\n";
    }

    private static Stream<String> declared(String direction, List<Port> ports) {
        return ports.stream()
                .map(port -> direction + " wire [" + (port.bits().size() - 1) + ":0] " + Instance.escaped(port.name()));
    }

    private void check() throws DesignProblem {
        Set<String> ports = new TreeSet<>();
        Stream.of(circuit.inputs(), circuit.outputs())
                .flatMap(List::stream)
                .map(Port::name)
                .forEach(ports::add);
        for (var assumption : seed.task().assumptions()) {
            for (String name : assumption.ports()) {
                if (!ports.contains(name)) {
                    throw new DesignProblem("the assumption '" + assumption.text() + "' names " + name
                            + "; the ports of " + seed.task().top() + " are " + String.join(", ", ports)
                            + ", the clock aside");
                }
            }
        }
    }
}
