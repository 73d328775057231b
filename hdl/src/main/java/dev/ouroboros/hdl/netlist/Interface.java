package dev.ouroboros.hdl.netlist;

import dev.ouroboros.hdl.netlist.Netlist.Port;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Whether two designs have the same ports, and the same edge of the clock. */
public final class Interface {
    private Interface() {}

    /**
     * Checks that a candidate can stand in for the seed.
     *
     * @throws DesignProblem naming what differs
     */
    public static void check(Circuit seed, Circuit candidate) throws DesignProblem {
        Map<String, String> expected = ports(seed);
        Map<String, String> found = ports(candidate);
        if (!expected.equals(found)) {
            List<String> differing = new ArrayList<>();
            expected.forEach((name, port) -> {
                if (!port.equals(found.get(name))) {
                    differing.add(name + ": expected " + port + ", found " + found.getOrDefault(name, "no such port"));
                }
            });
            found.keySet().stream()
                    .filter(name -> !expected.containsKey(name))
                    .forEach(name -> differing.add(name + ": expected no such port"));
            throw new DesignProblem("the ports of " + seed.top() + " changed\n" + String.join("\n", differing));
        }
        checkEdges(seed, candidate);
    }

    /** A cycle of a proof has no edges, but whoever stands beside the design does. */
    private static void checkEdges(Circuit seed, Circuit candidate) throws DesignProblem {
        if (!seed.registers().isEmpty() && !candidate.registers().isEmpty()) {
            boolean rising = seed.registers().getFirst().rising();
            if (candidate.registers().getFirst().rising() != rising) {
                throw new DesignProblem("the registers of " + seed.top() + " take the "
                        + (rising ? "rising" : "falling") + " edge of the clock, those of the candidate the other one");
            }
        }
    }

    private static Map<String, String> ports(Circuit circuit) {
        var ports = new TreeMap<String, String>();
        Stream.of(circuit.inputs(), circuit.outputs())
                .flatMap(List::stream)
                .forEach((Port port) -> ports.put(
                        port.name(),
                        port.direction().name().toLowerCase(Locale.ROOT) + " of "
                                + port.bits().size() + " bits"));
        return ports;
    }
}
