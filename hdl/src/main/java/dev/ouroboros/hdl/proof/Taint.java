package dev.ouroboros.hdl.proof;

import dev.ouroboros.hdl.netlist.Circuit;
import dev.ouroboros.hdl.netlist.Logic;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Which registers may ever hold an undefined value, so that a proof carries no doubt about the others. */
final class Taint {
    private enum Bit {
        ZERO,
        ONE,
        DEFINED,
        MAYBE_UNDEFINED
    }

    private Taint() {}

    /**
     * Returns the registers that may be undefined at some time; all others never are.
     *
     * @param first those that may be at first
     */
    static BitSet spread(Circuit circuit, BitSet first) {
        var tainted = (BitSet) first.clone();
        List<List<Bit>> inputs = circuit.inputs().stream()
                .map(port -> Collections.nCopies(port.bits().size(), Bit.DEFINED))
                .toList();
        List<Bit> free = Collections.nCopies(circuit.free().size(), Bit.MAYBE_UNDEFINED);
        int before;
        do {
            before = tainted.cardinality();
            List<Bit> held = IntStream.range(0, circuit.registers().size())
                    .mapToObj(i -> tainted.get(i) ? Bit.MAYBE_UNDEFINED : Bit.DEFINED)
                    .toList();
            List<Bit> next = circuit.cycle(new Spreading(), inputs, free, held).next();
            for (int i = 0; i < next.size(); i++) {
                if (next.get(i) == Bit.MAYBE_UNDEFINED) {
                    tainted.set(i);
                }
            }
        } while (tainted.cardinality() > before);
        return tainted;
    }

    private record Spreading() implements Logic<Bit> {
        @Override
        public Bit constant(boolean value) {
            return value ? Bit.ONE : Bit.ZERO;
        }

        @Override
        public Bit not(Bit a) {
            return switch (a) {
                case ZERO -> Bit.ONE;
                case ONE -> Bit.ZERO;
                case DEFINED, MAYBE_UNDEFINED -> a;
            };
        }

        @Override
        public Bit and(Bit a, Bit b) {
            if (a == Bit.ZERO || b == Bit.ZERO) {
                return Bit.ZERO;
            }
            if (a == Bit.ONE) {
                return b;
            }
            return b == Bit.ONE ? a : worse(a, b);
        }

        @Override
        public Bit mux(Bit select, Bit whenZero, Bit whenOne) {
            return switch (select) {
                case ZERO -> whenZero;
                case ONE -> whenOne;
                case DEFINED -> whenZero == whenOne ? whenZero : worse(whenZero, whenOne);
                case MAYBE_UNDEFINED ->
                    whenZero == whenOne && whenZero.compareTo(Bit.DEFINED) < 0 ? whenZero : Bit.MAYBE_UNDEFINED;
            };
        }

        private static Bit worse(Bit a, Bit b) {
            return a == Bit.MAYBE_UNDEFINED || b == Bit.MAYBE_UNDEFINED ? Bit.MAYBE_UNDEFINED : Bit.DEFINED;
        }
    }
}
