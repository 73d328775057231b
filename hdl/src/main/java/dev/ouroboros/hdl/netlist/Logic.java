package dev.ouroboros.hdl.netlist;

import java.util.List;

/**
 * What values a circuit is computed over: bits, bits that may be unknown, or formulas.
 *
 * @param <V> a value
 */
public interface Logic<V> {

    V constant(boolean value);

    V not(V a);

    V and(V a, V b);

    /** Returns {@code select ? whenOne : whenZero}; if the select is unknown, what both agree on. */
    V mux(V select, V whenZero, V whenOne);

    default V or(V a, V b) {
        return not(and(not(a), not(b)));
    }

    default V xor(V a, V b) {
        return mux(a, b, not(b));
    }

    /** Returns the sum of two words of one width, least significant bit first, and a bit. */
    default List<V> sum(List<V> a, List<V> b, V carryIn) {
        return Arithmetic.sum(this, a, b, carryIn);
    }

    /** Returns the product of two words of one width. */
    default List<V> product(List<V> a, List<V> b) {
        return Arithmetic.product(this, a, b);
    }
}
