package dev.ouroboros.hdl.netlist;

import dev.ouroboros.hdl.netlist.CircuitStep.OfGate;
import dev.ouroboros.hdl.netlist.Netlist.Cell;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cells without state and with one output bit: Yosys' gates, and the iCE40's (Lattice, iCE Technology Library 3.0). The
 * models are our own, so that a netlist is not judged by what made it.
 */
final class Gates {
    private Gates() {}

    /** Returns what a cell computes, or null if it is no gate. */
    static @Nullable OfGate of(Cell cell) {
        return switch (cell.type()) {
            case "$_BUF_" -> gate(cell, "Y", new Buffer(), "A");
            case "$_NOT_" -> gate(cell, "Y", new Inverter(), "A");
            case "$_AND_" -> gate(cell, "Y", new And(), "A", "B");
            case "$_OR_" -> gate(cell, "Y", new Or(), "A", "B");
            case "$_XOR_" -> gate(cell, "Y", new Xor(), "A", "B");
            case "$_MUX_" -> gate(cell, "Y", new Mux(), "A", "B", "S");
            case "SB_LUT4" -> lut(cell);
            case "SB_CARRY" -> gate(cell, "CO", new Majority(), "I0", "I1", "CI");
            default -> null;
        };
    }

    private static OfGate gate(Cell cell, String output, GateFunction function, String... pins) {
        return new OfGate(List.of(pins).stream().map(cell::bit).toList(), cell.bit(output), function);
    }

    private static OfGate lut(Cell cell) {
        String digits = cell.parameters().getOrDefault("LUT_INIT", "0");
        int table = Integer.parseInt(digits.replaceAll("[^01]", "0"), 2);
        return gate(cell, "O", new Table(table), "I0", "I1", "I2", "I3");
    }

    private record Buffer() implements GateFunction {
        @Override
        public <V> V apply(Logic<V> logic, List<V> in) {
            return in.getFirst();
        }
    }

    private record Inverter() implements GateFunction {
        @Override
        public <V> V apply(Logic<V> logic, List<V> in) {
            return logic.not(in.getFirst());
        }
    }

    private record And() implements GateFunction {
        @Override
        public <V> V apply(Logic<V> logic, List<V> in) {
            return logic.and(in.get(0), in.get(1));
        }
    }

    private record Or() implements GateFunction {
        @Override
        public <V> V apply(Logic<V> logic, List<V> in) {
            return logic.or(in.get(0), in.get(1));
        }
    }

    private record Xor() implements GateFunction {
        @Override
        public <V> V apply(Logic<V> logic, List<V> in) {
            return logic.xor(in.get(0), in.get(1));
        }
    }

    private record Mux() implements GateFunction {
        @Override
        public <V> V apply(Logic<V> logic, List<V> in) {
            return logic.mux(in.get(2), in.get(0), in.get(1));
        }
    }

    private record Majority() implements GateFunction {
        @Override
        public <V> V apply(Logic<V> logic, List<V> in) {
            V both = logic.and(in.get(0), in.get(1));
            V either = logic.or(in.get(0), in.get(1));
            return logic.or(both, logic.and(either, in.get(2)));
        }
    }

    /** Bit i of the table is the output when the inputs, the first the least significant, are the number i. */
    private record Table(int bits) implements GateFunction {
        @Override
        public <V> V apply(Logic<V> logic, List<V> in) {
            return at(logic, in, in.size() - 1, 0);
        }

        private <V> V at(Logic<V> logic, List<V> in, int input, int row) {
            if (input < 0) {
                return logic.constant(((bits >> row) & 1) == 1);
            }
            return logic.mux(
                    in.get(input), at(logic, in, input - 1, row), at(logic, in, input - 1, row | (1 << input)));
        }
    }
}
