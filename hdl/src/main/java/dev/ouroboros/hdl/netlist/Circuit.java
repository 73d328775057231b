package dev.ouroboros.hdl.netlist;

import dev.ouroboros.hdl.netlist.Netlist.Port;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A design as a machine: gates in an order in which they can be computed, and registers of one clock. Made by {@link
 * CircuitBuilder}.
 *
 * @param inputs without the clock, sorted by name
 * @param outputs sorted by name
 * @param free nets that may have any value in every cycle: one for each undefined bit of the source, since two of them need
 *     not be alike
 */
public record Circuit(
        String top,
        List<Port> inputs,
        List<Port> outputs,
        List<Integer> free,
        List<Register> registers,
        List<CircuitStep> steps) {
    public Circuit {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        free = List.copyOf(free);
        registers = List.copyOf(registers);
        steps = List.copyOf(steps);
    }

    /**
     * What one clock cycle came to.
     *
     * @param outputs of each output port in turn, least significant bit first
     * @param next what each register holds after the edge
     */
    public record Cycle<V>(List<List<V>> outputs, List<V> next) {}

    /**
     * Computes one cycle.
     *
     * @param inputs of each input port in turn, least significant bit first
     * @param free of each of {@link #free}
     * @param held what each register holds
     */
    public <V> Cycle<V> cycle(Logic<V> logic, List<List<V>> inputs, List<V> free, List<V> held) {
        var values = new HashMap<Integer, V>();
        values.put(Netlist.ZERO, logic.constant(false));
        values.put(Netlist.ONE, logic.constant(true));
        for (int i = 0; i < this.inputs.size(); i++) {
            put(values, this.inputs.get(i).bits(), inputs.get(i));
        }
        put(values, this.free, free);
        for (int i = 0; i < registers.size(); i++) {
            if (!registers.get(i).asynchronous()) {
                values.put(registers.get(i).q(), held.get(i));
            }
        }
        for (CircuitStep step : steps) {
            step.compute(logic, values, held);
        }
        var next = new ArrayList<V>();
        for (Register register : registers) {
            next.add(register.next(
                    logic,
                    at(values, register.q()),
                    at(values, register.d()),
                    at(values, register.enable()),
                    at(values, register.reset())));
        }
        return new Cycle<>(
                outputs.stream()
                        .map(port ->
                                port.bits().stream().map(bit -> at(values, bit)).toList())
                        .toList(),
                next);
    }

    private static <V> void put(Map<Integer, V> values, List<Integer> bits, List<V> given) {
        for (int i = 0; i < bits.size(); i++) {
            values.put(bits.get(i), given.get(i));
        }
    }

    static <V> V at(Map<Integer, V> values, int bit) {
        @Nullable V value = values.get(bit);
        if (value == null) {
            throw new IllegalStateException("net " + bit + " is read before it is computed");
        }
        return value;
    }
}
