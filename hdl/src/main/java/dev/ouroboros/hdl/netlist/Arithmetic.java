package dev.ouroboros.hdl.netlist;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Sums and products of words, least significant bit first, bit by bit as people calculate on paper. */
public final class Arithmetic {
    private Arithmetic() {}

    /** Returns the sum of two words of one width and a bit; what overflows is lost. */
    public static <V> List<V> sum(Logic<V> logic, List<V> a, List<V> b, V carryIn) {
        var bits = new ArrayList<V>();
        V carry = carryIn;
        for (int i = 0; i < a.size(); i++) {
            bits.add(logic.xor(logic.xor(a.get(i), b.get(i)), carry));
            carry = majority(logic, a.get(i), b.get(i), carry);
        }
        return bits;
    }

    /** Returns what is carried out of each place of a sum. */
    public static <V> List<V> carries(Logic<V> logic, List<V> a, List<V> b, V carryIn) {
        var carries = new ArrayList<V>();
        V carry = carryIn;
        for (int i = 0; i < a.size(); i++) {
            carry = majority(logic, a.get(i), b.get(i), carry);
            carries.add(carry);
        }
        return carries;
    }

    /** Returns the product of two words of one width; what overflows is lost. */
    public static <V> List<V> product(Logic<V> logic, List<V> a, List<V> b) {
        V zero = logic.constant(false);
        List<V> total = Collections.nCopies(a.size(), zero);
        for (int shift = 0; shift < b.size(); shift++) {
            var row = new ArrayList<V>(Collections.nCopies(shift, zero));
            for (int i = 0; i + shift < a.size(); i++) {
                row.add(logic.and(a.get(i), b.get(shift)));
            }
            total = sum(logic, total, row, zero);
        }
        return total;
    }

    private static <V> V majority(Logic<V> logic, V a, V b, V c) {
        return logic.or(logic.and(a, b), logic.and(logic.or(a, b), c));
    }
}
