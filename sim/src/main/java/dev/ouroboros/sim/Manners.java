package dev.ouroboros.sim;

import dev.ouroboros.hdl.netlist.Circuit;
import dev.ouroboros.hdl.proof.Ternary;
import java.util.List;

/**
 * What a task assumes of inputs, as far as they alone tell. Who breaks it learns nothing more from that run.
 *
 * @param rules without state; its one output says whether inputs keep to all assumptions
 */
record Manners(Circuit rules, Layout layout) {
    /** Returns whether the inputs of a cycle keep to it. */
    boolean kept(int[] frame) {
        List<List<Ternary>> inputs =
                layout.inputs().stream().map(slot -> slot.bits(frame)).toList();
        return rules.cycle(Ternary.LOGIC, inputs, List.of(), List.of())
                        .outputs()
                        .getFirst()
                        .getFirst()
                == Ternary.ONE;
    }
}
