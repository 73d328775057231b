package dev.ouroboros.hdl.stream;

import dev.ouroboros.hdl.netlist.Circuit;
import dev.ouroboros.hdl.netlist.CircuitStep;
import dev.ouroboros.hdl.netlist.Netlist.Port;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Ways from a stream's inputs to a stream's outputs that no register interrupts. Where a candidate has one that the seed has
 * not, what stands around the design may close it to a loop, which no sequence of tokens shows.
 */
public final class Paths {
    private Paths() {}

    /** Returns each way of the candidate that the seed has not, for people; as written, for no tool has made it shorter. */
    public static SortedSet<String> added(Circuit seed, Circuit candidate, Channels channels) {
        SortedSet<String> added = of(candidate, channels);
        added.removeAll(of(seed, channels));
        return added;
    }

    private static SortedSet<String> of(Circuit circuit, Channels channels) {
        Map<Integer, BitSet> sources = new HashMap<>();
        for (int i = 0; i < circuit.inputs().size(); i++) {
            if (i != channels.reset() && !channels.settings().contains(i)) {
                var source = new BitSet();
                source.set(i);
                circuit.inputs().get(i).bits().forEach(bit -> sources.put(bit, source));
            }
        }
        for (CircuitStep step : circuit.steps()) {
            BitSet all = union(sources, step.needs());
            step.drives().forEach(bit -> sources.put(bit, all));
        }
        var paths = new TreeSet<String>();
        for (Port output : circuit.outputs()) {
            union(sources, output.bits()).stream()
                    .forEach(i -> paths.add(circuit.inputs().get(i).name() + " to " + output.name()));
        }
        return paths;
    }

    private static BitSet union(Map<Integer, BitSet> sources, List<Integer> bits) {
        var all = new BitSet();
        bits.forEach(bit -> all.or(sources.getOrDefault(bit, new BitSet())));
        return all;
    }
}
