package dev.ouroboros.hdl.netlist;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A calculation with words, whose operands have the width of the result. */
sealed interface WordStep extends CircuitStep {

    List<Integer> a();

    List<Integer> b();

    /** A sum of two words and a bit. */
    record OfSum(List<Integer> a, List<Integer> b, int carryIn, List<Integer> drives) implements WordStep {
        @Override
        public <V> void compute(Logic<V> logic, Map<Integer, V> values, List<V> held) {
            put(values, drives, logic.sum(all(values, a), all(values, b), Circuit.at(values, carryIn)));
        }

        @Override
        public List<Integer> needs() {
            return Stream.of(a, b, List.of(carryIn)).flatMap(List::stream).toList();
        }
    }

    /** What such a sum carries out of each place. */
    record OfCarries(List<Integer> a, List<Integer> b, int carryIn, List<Integer> drives) implements WordStep {
        @Override
        public <V> void compute(Logic<V> logic, Map<Integer, V> values, List<V> held) {
            V carry = Circuit.at(values, carryIn);
            put(values, drives, Arithmetic.carries(logic, all(values, a), all(values, b), carry));
        }

        @Override
        public List<Integer> needs() {
            return Stream.of(a, b, List.of(carryIn)).flatMap(List::stream).toList();
        }
    }

    /** A product of two words. */
    record OfProduct(List<Integer> a, List<Integer> b, List<Integer> drives) implements WordStep {
        @Override
        public <V> void compute(Logic<V> logic, Map<Integer, V> values, List<V> held) {
            put(values, drives, logic.product(all(values, a), all(values, b)));
        }

        @Override
        public List<Integer> needs() {
            return Stream.of(a, b).flatMap(List::stream).toList();
        }
    }

    /** Each bit of one word combined with the bit of another, or with the only bit that it has. */
    record OfXor(List<Integer> a, List<Integer> b, List<Integer> drives) implements WordStep {
        @Override
        public <V> void compute(Logic<V> logic, Map<Integer, V> values, List<V> held) {
            List<V> left = all(values, a);
            List<V> right = all(values, b);
            var result = new ArrayList<V>();
            IntStream.range(0, left.size())
                    .forEach(i -> result.add(logic.xor(left.get(i), right.get(Math.min(i, right.size() - 1)))));
            put(values, drives, result);
        }

        @Override
        public List<Integer> needs() {
            return Stream.of(a, b).flatMap(List::stream).toList();
        }
    }

    private static <V> List<V> all(Map<Integer, V> values, List<Integer> bits) {
        return bits.stream().map(bit -> Circuit.at(values, bit)).toList();
    }

    private static <V> void put(Map<Integer, V> values, List<Integer> bits, List<V> result) {
        for (int i = 0; i < bits.size(); i++) {
            values.put(bits.get(i), result.get(i));
        }
    }
}
