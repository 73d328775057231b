package dev.ouroboros.hdl.proof;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A polynomial over bits with whole coefficients. A bit times itself is the bit, so each monomial is a set of bits, and equal
 * functions of bits have equal polynomials. Arithmetic that does not fit a long throws {@link ArithmeticException}.
 *
 * @param terms of each monomial its coefficient, which is not 0; the empty monomial is the constant
 */
record Polynomial(Map<Set<Integer>, Long> terms) {
    static final Polynomial ZERO = new Polynomial(Map.of());
    static final Polynomial ONE = new Polynomial(Map.of(Set.of(), 1L));

    static Polynomial bit(int variable) {
        return new Polynomial(Map.of(Set.of(variable), 1L));
    }

    int size() {
        return terms.size();
    }

    long coefficient(Set<Integer> monomial) {
        return terms.getOrDefault(monomial, 0L);
    }

    Polynomial plus(Polynomial other) {
        return plus(other, 1);
    }

    /** Returns this plus {@code factor} times another. */
    Polynomial plus(Polynomial other, long factor) {
        var sum = new HashMap<>(terms);
        other.terms.forEach((monomial, coefficient) -> add(sum, monomial, Math.multiplyExact(coefficient, factor)));
        return new Polynomial(sum);
    }

    Polynomial times(Polynomial other) {
        var product = new HashMap<Set<Integer>, Long>();
        terms.forEach((left, a) ->
                other.terms.forEach((right, b) -> add(product, union(left, right), Math.multiplyExact(a, b))));
        return new Polynomial(product);
    }

    Polynomial times(Set<Integer> monomial) {
        return monomial.isEmpty() ? this : times(new Polynomial(Map.of(monomial, 1L)));
    }

    /** Returns the one with the same value modulo 2 to the {@code width} whose coefficients are nearest to 0. */
    Polynomial modulo(int width) {
        var reduced = new HashMap<Set<Integer>, Long>();
        terms.forEach((monomial, coefficient) -> {
            long nearest = (coefficient << (Long.SIZE - width)) >> (Long.SIZE - width);
            if (nearest != 0) {
                reduced.put(monomial, nearest);
            }
        });
        return new Polynomial(reduced);
    }

    /** Returns a number that no value is below. */
    long least() {
        return bound(Math::min);
    }

    /** Returns a number that no value is above. */
    long most() {
        return bound(Math::max);
    }

    private interface Choice {
        long of(long coefficient, long zero);
    }

    private long bound(Choice choice) {
        long sum = coefficient(Set.of());
        for (var term : terms.entrySet()) {
            if (!term.getKey().isEmpty()) {
                sum = Math.addExact(sum, choice.of(term.getValue(), 0));
            }
        }
        return sum;
    }

    /** Returns what stands beside a bit in the monomials that hold it. */
    List<Set<Integer>> beside(int variable) {
        var cofactors = new ArrayList<Set<Integer>>();
        for (Set<Integer> monomial : terms.keySet()) {
            if (monomial.contains(variable)) {
                var rest = new HashSet<>(monomial);
                rest.remove(variable);
                cofactors.add(Set.copyOf(rest));
            }
        }
        return cofactors;
    }

    Collection<Set<Integer>> monomials() {
        return terms.keySet();
    }

    private static void add(Map<Set<Integer>, Long> sum, Set<Integer> monomial, long coefficient) {
        long total = Math.addExact(sum.getOrDefault(monomial, 0L), coefficient);
        if (total == 0) {
            sum.remove(monomial);
        } else {
            sum.put(monomial, total);
        }
    }

    static Set<Integer> union(Set<Integer> a, Set<Integer> b) {
        if (a.isEmpty()) {
            return b;
        }
        if (b.isEmpty()) {
            return a;
        }
        var all = new HashSet<>(a);
        all.addAll(b);
        return Set.copyOf(all);
    }
}
