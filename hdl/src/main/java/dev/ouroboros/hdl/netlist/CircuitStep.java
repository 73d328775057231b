package dev.ouroboros.hdl.netlist;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One thing to compute within a cycle. */
public sealed interface CircuitStep permits CircuitStep.OfGate, CircuitStep.OfRegister, WordStep {

    /** Puts the value of the net it drives. */
    <V> void compute(Logic<V> logic, Map<Integer, V> values, List<V> held);

    /** Returns the nets that must be computed before. */
    List<Integer> needs();

    /** Returns the nets that it drives. */
    List<Integer> drives();

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

        @Override
        public List<Integer> needs() {
            return inputs;
        }

        @Override
        public List<Integer> drives() {
            return List.of(output);
        }
    }

    /** What a register with an asynchronous reset shows. */
    record OfRegister(int index, Register register) implements CircuitStep {
        @Override
        public <V> void compute(Logic<V> logic, Map<Integer, V> values, List<V> held) {
            values.put(register.q(), register.output(logic, held.get(index), Circuit.at(values, register.reset())));
        }

        @Override
        public List<Integer> needs() {
            return List.of(register.reset());
        }

        @Override
        public List<Integer> drives() {
            return List.of(register.q());
        }
    }
}
