package dev.ouroboros.hdl.proof;

import dev.ouroboros.hdl.netlist.Arithmetic;
import dev.ouroboros.hdl.netlist.Logic;
import java.util.List;

/**
 * A bit that may be undefined, as two literals of a graph. The value alone is what a machine of two values would compute: so a
 * seed whose undefined bits are given the values that a candidate has there can be compared as if all were defined.
 *
 * @param value meaningless where it is unknown
 * @param unknown whether it is undefined
 */
record Rail(int value, int unknown) {

    /** Computes with them as Verilog does (IEEE 1364-2005, 5.1): undefined only if the defined operands leave it open. */
    record Rails(Aig aig) implements Logic<Rail> {

        /** Returns the bit of which nothing is known. */
        Rail undefined() {
            return new Rail(Aig.FALSE, Aig.TRUE);
        }

        Rail defined(int literal) {
            return new Rail(literal, Aig.FALSE);
        }

        @Override
        public Rail constant(boolean value) {
            return defined(aig.constant(value));
        }

        @Override
        public Rail not(Rail a) {
            return new Rail(aig.not(a.value), a.unknown);
        }

        @Override
        public Rail and(Rail a, Rail b) {
            int either = aig.or(a.unknown, b.unknown);
            int settled = aig.or(zero(a), zero(b));
            return new Rail(aig.and(a.value, b.value), aig.and(either, aig.not(settled)));
        }

        @Override
        public Rail mux(Rail select, Rail whenZero, Rail whenOne) {
            int chosen = aig.mux(select.value, whenZero.unknown, whenOne.unknown);
            int open = aig.or(aig.or(whenZero.unknown, whenOne.unknown), aig.xor(whenZero.value, whenOne.value));
            // With an unknown select both branches may come, and where they agree either value is right.
            return new Rail(
                    aig.mux(select.value, whenZero.value, whenOne.value), aig.mux(select.unknown, chosen, open));
        }

        @Override
        public List<Rail> sum(List<Rail> a, List<Rail> b, Rail carryIn) {
            return known(a) && known(b) && known(List.of(carryIn))
                    ? all(aig.sum(values(a), values(b), carryIn.value))
                    : Arithmetic.sum(this, a, b, carryIn);
        }

        @Override
        public List<Rail> product(List<Rail> a, List<Rail> b) {
            return known(a) && known(b) ? all(aig.product(values(a), values(b))) : Arithmetic.product(this, a, b);
        }

        private static boolean known(List<Rail> word) {
            return word.stream().allMatch(bit -> bit.unknown == Aig.FALSE);
        }

        private static List<Integer> values(List<Rail> word) {
            return word.stream().map(Rail::value).toList();
        }

        private List<Rail> all(List<Integer> word) {
            return word.stream().map(this::defined).toList();
        }

        private int zero(Rail a) {
            return aig.and(aig.not(a.unknown), aig.not(a.value));
        }
    }
}
