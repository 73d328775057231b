package dev.ouroboros.hdl.proof;

import dev.ouroboros.hdl.netlist.Circuit;
import dev.ouroboros.hdl.netlist.Netlist.Port;
import dev.ouroboros.hdl.task.Reset;
import java.util.ArrayList;
import java.util.List;

/**
 * What both designs are given in one cycle, as literals of the graph.
 *
 * @param inputs of each input port in turn
 * @param free of each undefined bit of the candidate
 */
record Stimulus(List<List<Integer>> inputs, List<Integer> free) {

    /** Makes fresh inputs for both. */
    static Stimulus fresh(Aig aig, Obligation obligation) {
        var inputs = new ArrayList<List<Integer>>();
        for (Port port : obligation.seed().inputs()) {
            inputs.add(fresh(aig, port.bits().size()));
        }
        return new Stimulus(inputs, fresh(aig, obligation.candidate().free().size()));
    }

    /** The same with the reset held. */
    Stimulus resetting(Aig aig, Circuit circuit, Reset reset) {
        var held = new ArrayList<>(inputs);
        held.set(indexOf(circuit, reset), List.of(aig.constant(reset.activeHigh())));
        return new Stimulus(held, free);
    }

    /** Returns the literal that says whether the reset is active. */
    int resets(Aig aig, Circuit circuit, Reset reset) {
        int level = inputs.get(indexOf(circuit, reset)).getFirst();
        return reset.activeHigh() ? level : aig.not(level);
    }

    private static int indexOf(Circuit circuit, Reset reset) {
        for (int i = 0; i < circuit.inputs().size(); i++) {
            if (circuit.inputs().get(i).name().equals(reset.name())) {
                return i;
            }
        }
        throw new IllegalArgumentException("no input " + reset.name());
    }

    static List<Integer> fresh(Aig aig, int count) {
        var literals = new ArrayList<Integer>();
        for (int i = 0; i < count; i++) {
            literals.add(aig.input());
        }
        return literals;
    }
}
