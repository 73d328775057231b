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
 * made. The value of each word is kept as a polynomial over bits. Nodes are replaced by what they are made of, the newest
 * first, and where all bits of a word stand with their weights, they are replaced by the word's value (backward rewriting; see
 * Mahzoon, Große and Drechsler, "RevSCA", DAC 2019). Two words with the same polynomial are the same function, whether or
 * not the replacement found all it could.
 */
final class Numbers {
    private static final int WIDEST = 48;

    /** Wider than any number here, so that nothing is lost. */
    private static final int UNBOUNDED = 63;

    private static final int MOST_TERMS = 400;

    /**
     * A word with its value.
     *
     * @param value over bits as they were when it was made; what they are made of is for later
     * @param modulus 2 to this is what the value is known up to; 0 if the bits have exactly that value
     * @param sum the same value as a sum of its bits
     * @param own the bits that first came with this word
     */
    private record Word(Polynomial value, int modulus, Polynomial sum, List<Integer> own) {}

    private record Key(Polynomial value, int modulus) {}

    private final Aig aig;
    private final Map<Key, List<Integer>> words = new HashMap<>();
    private final Map<Integer, Word> owners = new HashMap<>();

    Numbers(Aig aig) {
        this.aig = aig;
    }

    List<Integer> sum(List<Integer> a, List<Integer> b, int carryIn) {
        int wider = 1 + Math.max(plain(a), plain(b));
        return word(a, b, wider, (x, y) -> x.plus(y).plus(of(carryIn)), () -> Arithmetic.sum(aig, a, b, carryIn));
    }

    List<Integer> product(List<Integer> a, List<Integer> b) {
        return word(a, b, plain(a) + plain(b), Numbers::product, () -> Arithmetic.product(aig, a, b));
    }

    /** Returns a polynomial that has the value of these bits, read as a signed number, modulo 2 to their count. */
    @Nullable
    Polynomial value(List<Integer> word) {
        try {
            return word.size() > WIDEST
                    ? null
                    : reduced(signed(word).modulo(word.size()), word.size()).modulo(word.size());
        } catch (ArithmeticException _) {
            return null;
        }
    }

    private interface Build {
        List<Integer> bits();
    }

    /** @param enough a width that surely holds the result */
    private List<Integer> word(
            List<Integer> a, List<Integer> b, int enough, BinaryOperator<Polynomial> operation, Build build) {
        int width = a.size();
        if (width > WIDEST) {
            return build.bits();
        }
        try {
            Polynomial value = operation.apply(signed(a), signed(b));
            return word(value, width, enough <= width, build);
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

    /** Looks into nodes as far as that stays small, else only at words. */
    private Polynomial reduced(Polynomial value, int width) {
        try {
            return reduced(value, width, true);
        } catch (ArithmeticException _) {
            return reduced(value, width, false);
        }
    }

    /** @param safe whether operands as wide as these cannot overflow, whatever their bits */
    private List<Integer> word(Polynomial raw, int width, boolean safe, Build build) {
        Polynomial exact = reduced(raw, safe ? UNBOUNDED : width);
        if (!safe && !fits(exact, width)) {
            exact = reduced(raw.modulo(width), width).modulo(width);
        }
        // What was reduced only up to a power of 2 is the word's own value as far as it fits.
        Polynomial value = safe ? raw : exact;
        boolean fits = safe || fits(exact, width);
        var key = new Key(exact, fits ? 0 : width);
        List<Integer> known = words.get(key);
        if (known == null) {
            int before = aig.size();
            known = build.bits();
            if (fits) {
                known = known.subList(0, Math.min(width, needed(exact)));
            }
            known = List.copyOf(known);
            words.put(key, known);
            own(known, key, value, before);
        }
        return extended(known.subList(0, Math.min(width, known.size())), exact, width);
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

    /** A word owns what came with it: what was there before may be part of something that the word does not know. */
    private void own(List<Integer> word, Key key, Polynomial value, int before) {
        boolean unsigned = key.modulus() == 0 && key.value().least() >= 0;
        var own = new ArrayList<Integer>();
        for (int literal : word) {
            int variable = literal >> 1;
            if (variable >= before && !own.contains(variable) && !joinsLeaves(variable)) {
                own.add(variable);
            }
        }
        if (own.isEmpty()) {
            return;
        }
        var with = new ArrayList<>(word);
        if (unsigned) {
            with.add(Aig.FALSE);
        }
        var entry = new Word(value, key.modulus(), signed(with), own);
        own.forEach(variable -> owners.put(variable, entry));
    }

    /** Such a node is a product of two bits, and best taken as that. */
    private boolean joinsLeaves(int variable) {
        int[] operands = aig.operands(variable);
        return aig.operands(operands[0] >> 1)[0] < 0 && aig.operands(operands[1] >> 1)[0] < 0;
    }

    /** Reads bits as a signed number. */
    private static Polynomial signed(List<Integer> word) {
        int width = plain(word);
        Polynomial sum = Polynomial.ZERO;
        for (int i = 0; i < width; i++) {
            long weight = i == width - 1 ? -(1L << i) : 1L << i;
            sum = sum.plus(of(word.get(i)), weight);
        }
        return sum;
    }

    /** Returns how many bits there are before the highest is only repeated. */
    private static int plain(List<Integer> word) {
        int width = word.size();
        while (width > 1 && word.get(width - 1).equals(word.get(width - 2))) {
            width--;
        }
        return width;
    }

    private static Polynomial of(int literal) {
        Polynomial value = literal >> 1 == 0 ? Polynomial.ZERO : Polynomial.bit(literal >> 1);
        return (literal & 1) == 0 ? value : Polynomial.ONE.plus(value, -1);
    }

    private static Polynomial checked(Polynomial polynomial) {
        if (polynomial.size() > MOST_TERMS) {
            throw new ArithmeticException("too many terms");
        }
        return polynomial;
    }

    /** @param deep whether nodes that belong to no word are looked into too */
    private Polynomial reduced(Polynomial polynomial, int width, boolean deep) {
        Polynomial now = polynomial;
        var left = new HashSet<Integer>();
        for (int newest = newest(now, left); newest > 0; newest = newest(now, left)) {
            left.add(newest);
            Word word = owners.get(newest);
            if (word != null) {
                for (Set<Integer> beside : cofactors(now, word)) {
                    now = checked(replaced(now, word, beside, width));
                }
            } else if (deep && aig.operands(newest)[0] >= 0) {
                now = checked(opened(now, newest));
            }
        }
        return now;
    }

    /** Replaces a node by the product of its operands. */
    private Polynomial opened(Polynomial polynomial, int variable) {
        int[] operands = aig.operands(variable);
        Polynomial product = of(operands[0]).times(of(operands[1]));
        Polynomial now = polynomial;
        for (Set<Integer> beside : polynomial.beside(variable)) {
            var monomial = Polynomial.union(beside, Set.of(variable));
            long times = polynomial.coefficient(monomial);
            now = now.plus(new Polynomial(Map.of(monomial, 1L)), -times).plus(product.times(beside), times);
        }
        return now;
    }

    private static int newest(Polynomial polynomial, Set<Integer> left) {
        int newest = 0;
        for (Set<Integer> monomial : polynomial.monomials()) {
            for (int variable : monomial) {
                if (variable > newest && !left.contains(variable)) {
                    newest = variable;
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
