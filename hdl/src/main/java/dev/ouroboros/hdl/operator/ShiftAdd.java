package dev.ouroboros.hdl.operator;

import dev.ouroboros.hdl.operator.Nets.Net;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds a sum of constant multiples of few additions: operands with the same factor are added first; the factors become
 * canonical signed digits (Reitwiesner 1960), which have the fewest ones; and pairs of digits that occur more than once
 * become one sum, the most frequent first (Hartley 1996, "Subexpression sharing in filters using canonic signed digit
 * multipliers").
 */
final class ShiftAdd {

    /** One signed power of two times a net. */
    private record Digit(Net net, int shift, boolean minus) {}

    /** Two digits, as far as a sum of them can be used again: shifted and negated. */
    private record Pair(Net low, Net high, int distance, boolean minus) {}

    private final Nets nets;
    private List<Digit> digits = new ArrayList<>();

    private ShiftAdd(Nets nets) {
        this.nets = nets;
    }

    /** Returns an expression of the form's value; what it needs is declared in {@code nets}. */
    static String build(LinearForm form, Nets nets) {
        var build = new ShiftAdd(nets);
        build.group(form.coefficients());
        while (build.share()) {}
        var sum = build.total();
        if (sum == null) {
            return Long.toString(form.constant());
        }
        var text = (sum.minus() ? "-" : "") + sum.net().shifted(sum.shift());
        if (form.constant() == 0) {
            return text;
        }
        return text + (form.constant() < 0 ? " - " : " + ") + Math.abs(form.constant());
    }

    private void group(Map<Operand, Long> coefficients) {
        var groups = new LinkedHashMap<Long, List<Digit>>();
        coefficients.forEach((operand, factor) -> {
            if (factor != 0) {
                groups.computeIfAbsent(Math.abs(factor), _ -> new ArrayList<>())
                        .add(new Digit(Nets.of(operand), 0, factor < 0));
            }
        });
        groups.forEach((factor, members) -> {
            var sum = add(members);
            signedDigits(factor, sum);
        });
    }

    private void signedDigits(long factor, Digit of) {
        long rest = factor;
        for (int shift = 0; rest != 0; shift++, rest >>= 1) {
            if ((rest & 1) != 0) {
                boolean minus = (rest & 3) == 3;
                digits.add(new Digit(of.net(), of.shift() + shift, minus != of.minus()));
                rest += minus ? 1 : -1;
            }
        }
    }

    /** Replaces the most frequent pair everywhere; false if none occurs twice. */
    private boolean share() {
        var counts = new HashMap<Pair, Integer>();
        @Nullable Pair best = null;
        for (int i = 0; i < digits.size(); i++) {
            for (int j = i + 1; j < digits.size(); j++) {
                var pair = pair(digits.get(i), digits.get(j));
                if (!counts.containsKey(pair)) {
                    counts.put(pair, occurrences(pair).size());
                }
                if (best == null || counts.getOrDefault(pair, 0) > counts.getOrDefault(best, 0)) {
                    best = pair;
                }
            }
        }
        if (best == null || counts.getOrDefault(best, 0) < 2) {
            return false;
        }
        replace(best);
        return true;
    }

    private static Pair pair(Digit one, Digit other) {
        boolean ordered = one.shift() < other.shift()
                || (one.shift() == other.shift()
                        && one.net().text().compareTo(other.net().text()) <= 0);
        var low = ordered ? one : other;
        var high = ordered ? other : one;
        return new Pair(low.net(), high.net(), high.shift() - low.shift(), low.minus() != high.minus());
    }

    /** Disjoint places where the pair stands, as the two indices. */
    private List<int[]> occurrences(Pair pair) {
        var used = new boolean[digits.size()];
        var found = new ArrayList<int[]>();
        for (int i = 0; i < digits.size(); i++) {
            for (int j = i + 1; j < digits.size() && !used[i]; j++) {
                if (!used[j] && pair(digits.get(i), digits.get(j)).equals(pair)) {
                    used[i] = true;
                    used[j] = true;
                    found.add(new int[] {i, j});
                }
            }
        }
        return found;
    }

    private void replace(Pair pair) {
        var places = occurrences(pair);
        var sum = nets.sum(pair.low(), 0, pair.high(), pair.distance(), pair.minus());
        var kept = new ArrayList<>(digits);
        for (var place : places) {
            var one = digits.get(place[0]);
            var other = digits.get(place[1]);
            kept.remove(one);
            kept.remove(other);
            boolean oneIsLow = pair(one, other).low().equals(one.net()) && one.shift() <= other.shift();
            var low = oneIsLow ? one : other;
            kept.add(new Digit(sum, low.shift(), low.minus()));
        }
        digits = kept;
    }

    private @Nullable Digit total() {
        return digits.isEmpty() ? null : add(digits);
    }

    /** Adds narrow and low digits first, so that the sums stay short. */
    private Digit add(List<Digit> all) {
        var open = new ArrayList<>(all);
        while (open.size() > 1) {
            open.sort(
                    Comparator.comparingInt(digit -> digit.shift() + digit.net().width()));
            var one = open.removeFirst();
            var other = open.removeFirst();
            var first = one.minus() && !other.minus() ? other : one;
            var second = first.equals(one) ? other : one;
            int base = Math.min(one.shift(), other.shift());
            var sum = nets.sum(
                    first.net(),
                    first.shift() - base,
                    second.net(),
                    second.shift() - base,
                    first.minus() != second.minus());
            open.add(new Digit(sum, base, first.minus()));
        }
        return open.getFirst();
    }
}
