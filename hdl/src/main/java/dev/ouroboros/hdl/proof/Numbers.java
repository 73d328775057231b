package dev.ouroboros.hdl.proof;

import dev.ouroboros.hdl.netlist.Arithmetic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the words of a graph as numbers, so that sums and products of equal value are one word however they were
 * made. The value of each word is kept as a polynomial over bits; where all bits of a word stand in a polynomial with their
 * weights, they are replaced by the word's value. Two words with the same polynomial are the same function, whether or not
 * the replacement found all it could.
 */
final class Numbers {
    private static final int WIDEST = 48;
    private static final int MOST_TERMS = 3000;
    private static final int MOST_OF_A_BIT = 24;

    /**
     * A word with its value.
     *
     * @param modulus 2 to this is what the value is known up to; 0 if the bits have exactly that value
     * @param sum the same value as a sum of its bits
     * @param own the bits that first came with this word
     */
    private record Word(int number, Polynomial value, int modulus, Polynomial sum, List<Integer> own) {}

    private record Key(Polynomial value, int modulus) {}

    private final Aig aig;
    private final Map<Key, List<Integer>> words = new HashMap<>();
    private final Map<Integer, Word> owners = new HashMap<>();
    private final Map<Integer, Polynomial> bits = new HashMap<>();
    private int count;

    Numbers(Aig aig) {
        this.aig = aig;
    }

    List<Integer> sum(List<Integer> a, List<Integer> b, int carryIn) {
        return word(a, b, (x, y) -> x.plus(y).plus(of(carryIn)), () -> Arithmetic.sum(aig, a, b, carryIn));
    }

    List<Integer> product(List<Integer> a, List<Integer> b) {
        return word(a, b, Numbers::product, () -> Arithmetic.product(aig, a, b));
    }

    /** Returns a polynomial that has the value of these bits, read as a signed number, modulo 2 to their count. */
    @Nullable
    Polynomial value(List<Integer> word) {
        try {
            return word.size() > WIDEST
                    ? null
                    : folded(signed(word), word.size()).modulo(word.size());
        } catch (ArithmeticException _) {
            return null;
        }
    }

    private interface Build {
        List<Integer> bits();
    }

    private List<Integer> word(List<Integer> a, List<Integer> b, BinaryOperator<Polynomial> operation, Build build) {
        int width = a.size();
        if (width > WIDEST) {
            return build.bits();
        }
        try {
            return word(folded(operation.apply(signed(a), signed(b)), width), width, build);
        } catch (ArithmeticException _) {
            return build.bits();
        }
    }

    private static Polynomial product(Polynomial a, Polynomial b) {
        if ((long) a.size() * b.size() > MOST_TERMS) {
            throw new ArithmeticException("too many terms");
        }
        return a.times(b);
    }

    private List<Integer> word(Polynomial value, int width, Build build) {
        Polynomial exact = value;
        if (!fits(exact, width)) {
            exact = folded(value.modulo(width), width).modulo(width);
        }
        boolean fits = fits(exact, width);
        var key = new Key(exact, fits ? 0 : width);
        List<Integer> known = words.get(key);
        if (known == null) {
            known = build.bits();
            if (fits) {
                known = known.subList(0, needed(exact));
            }
            known = List.copyOf(known);
            words.put(key, known);
            own(known, key);
        }
        return extended(known, exact, width);
    }

    private static boolean fits(Polynomial value, int width) {
        long half = 1L << (width - 1);
        long least = value.least();
        return (least >= 0 && value.most() < 2 * half) || (least >= -half && value.most() < half);
    }

    /** Returns how many bits hold the value, with a sign if it may be negative. */
    private static int needed(Polynomial value) {
        int positive = Long.SIZE - Long.numberOfLeadingZeros(Math.max(0, value.most()));
        if (value.least() >= 0) {
            return positive;
        }
        return 1 + Math.max(positive, Long.SIZE - Long.numberOfLeadingZeros(-(value.least() + 1)));
    }

    private static List<Integer> extended(List<Integer> bits, Polynomial value, int width) {
        var all = new ArrayList<>(bits);
        int fill = bits.isEmpty() || value.least() >= 0 ? Aig.FALSE : bits.getLast();
        while (all.size() < width) {
            all.add(fill);
        }
        return all;
    }

    private void own(List<Integer> word, Key key) {
        boolean unsigned = key.modulus() == 0 && key.value().least() >= 0;
        var own = new ArrayList<Integer>();
        for (int literal : word) {
            int variable = literal >> 1;
            if (aig.operands(variable)[0] >= 0 && !owners.containsKey(variable) && !own.contains(variable)) {
                own.add(variable);
                bits.put(variable, Polynomial.bit(variable));
            }
        }
        if (own.isEmpty()) {
            return;
        }
        var with = new ArrayList<>(word);
        if (unsigned) {
            with.add(Aig.FALSE);
        }
        var entry = new Word(count++, key.value(), key.modulus(), signed(with), own);
        own.forEach(variable -> owners.put(variable, entry));
    }

    /** Reads bits as a signed number. */
    private Polynomial signed(List<Integer> word) {
        int width = word.size();
        while (width > 1 && word.get(width - 1).equals(word.get(width - 2))) {
            width--;
        }
        Polynomial sum = Polynomial.ZERO;
        for (int i = 0; i < width; i++) {
            long weight = i == width - 1 ? -(1L << i) : 1L << i;
            sum = sum.plus(of(word.get(i)), weight);
        }
        return checked(sum);
    }

    private static Polynomial checked(Polynomial polynomial) {
        if (polynomial.size() > MOST_TERMS) {
            throw new ArithmeticException("too many terms");
        }
        return polynomial;
    }

    /** Returns a literal as a polynomial over bits that are not worth looking into. */
    private Polynomial of(int literal) {
        Polynomial value = ofVariable(literal >> 1);
        return (literal & 1) == 0 ? value : Polynomial.ONE.plus(value, -1);
    }

    private Polynomial ofVariable(int variable) {
        if (variable == 0) {
            return Polynomial.ZERO;
        }
        Polynomial known = bits.get(variable);
        if (known != null) {
            return known;
        }
        var path = new ArrayList<>(List.of(variable));
        while (!path.isEmpty()) {
            int top = path.getLast();
            int[] operands = aig.operands(top);
            if (operands[0] < 0) {
                bits.put(top, Polynomial.bit(top));
            } else {
                int missing = missing(operands);
                if (missing > 0) {
                    path.add(missing);
                    continue;
                }
                bits.put(top, and(top, of(operands[0]), of(operands[1])));
            }
            path.removeLast();
        }
        return ofVariable(variable);
    }

    private int missing(int[] operands) {
        for (int operand : operands) {
            if (operand >> 1 != 0 && !bits.containsKey(operand >> 1)) {
                return operand >> 1;
            }
        }
        return 0;
    }

    private static Polynomial and(int variable, Polynomial left, Polynomial right) {
        if (left.size() * right.size() > 8 * MOST_OF_A_BIT) {
            return Polynomial.bit(variable);
        }
        Polynomial product = left.times(right);
        return product.size() > MOST_OF_A_BIT ? Polynomial.bit(variable) : product;
    }

    /** Replaces the bits of words by their values, the newest word first, as its value holds bits of older ones. */
    private Polynomial folded(Polynomial polynomial, int width) {
        Polynomial now = polynomial;
        var left = new HashSet<Word>();
        for (Word word = newest(now, left); word != null; word = newest(now, left)) {
            left.add(word);
            for (Set<Integer> beside : cofactors(now, word)) {
                now = checked(replaced(now, word, beside, width));
            }
        }
        return now;
    }

    private @Nullable Word newest(Polynomial polynomial, Set<Word> left) {
        @Nullable Word newest = null;
        for (Set<Integer> monomial : polynomial.monomials()) {
            for (int variable : monomial) {
                Word word = owners.get(variable);
                if (word != null && !left.contains(word) && (newest == null || word.number() > newest.number())) {
                    newest = word;
                }
            }
        }
        return newest;
    }

    private static Set<Set<Integer>> cofactors(Polynomial polynomial, Word word) {
        var all = new HashSet<Set<Integer>>();
        for (int variable : word.own()) {
            for (Set<Integer> beside : polynomial.beside(variable)) {
                if (word.own().stream().noneMatch(beside::contains)) {
                    all.add(beside);
                }
            }
        }
        return all;
    }

    private static Polynomial replaced(Polynomial polynomial, Word word, Set<Integer> beside, int width) {
        int first = word.own().getFirst();
        long weight = word.sum().coefficient(Set.of(first));
        long found = polynomial.coefficient(Polynomial.union(beside, Set.of(first)));
        if (found == 0 || weight == 0 || found % weight != 0) {
            return polynomial;
        }
        long times = found / weight;
        boolean exact = word.modulus() == 0;
        if (!exact && Long.numberOfTrailingZeros(times) + word.modulus() < width) {
            return polynomial;
        }
        Polynomial changed = polynomial
                .plus(word.sum().times(beside), -times)
                .plus(word.value().times(beside), times);
        for (int variable : word.own()) {
            var monomial = Polynomial.union(beside, Set.of(variable));
            long rest = changed.coefficient(monomial);
            if (Long.numberOfTrailingZeros(rest) < width) {
                return polynomial;
            }
            if (rest != 0) {
                changed = changed.plus(new Polynomial(Map.of(monomial, 1L)), -rest);
            }
        }
        return changed;
    }
}
