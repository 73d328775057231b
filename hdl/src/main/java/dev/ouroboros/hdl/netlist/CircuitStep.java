package dev.ouroboros.hdl.netlist;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One thing to compute within a cycle. */
public sealed interface CircuitStep {

    /** Puts the value of the net it drives. */
    <V> void compute(Logic<V> logic, Map<Integer, V> values, List<V> held);

    /** A gate. */
    record OfGate(List<Integer> inputs, int output, GateFunction function) implements CircuitStep {
        @Override
        public <V> void compute(Logic<V> logic, Map<Integer, V> values, List<V> held) {
            var arguments = new ArrayList<V>(inputs.size());
            for (int input : inputs) {
                arguments.add(Circuit.at(values, input));
            }
            values.put(output, function.apply(logic, arguments));
        }
    }

    /** What a register with an asynchronous reset shows. */
    record OfRegister(int index, Register register) implements CircuitStep {
        @Override
        public <V> void compute(Logic<V> logic, Map<Integer, V> values, List<V> held) {
            values.put(register.q(), register.output(logic, held.get(index), Circuit.at(values, register.reset())));
        }
    }
}
