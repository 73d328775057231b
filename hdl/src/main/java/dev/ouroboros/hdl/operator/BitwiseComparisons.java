package dev.ouroboros.hdl.operator;

import dev.ouroboros.hdl.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads a comparison that is written bit by bit as what it is: {@code a[1] > b[1] || a[1] == b[1] && a[0] > b[0]} becomes
 * {@code a[1:0] > b[1:0]}, and a conjunction of equal bits a comparison of words.
 */
final class BitwiseComparisons implements Rewriting {

    /** A comparison of bit {@code at} of two vectors. */
    private record OfBit(String left, String right, String operator, int at) {
        boolean isOf(OfBit other) {
            return left.equals(other.left) && right.equals(other.right);
        }
    }

    @Override
    public List<List<Edit>> in(Design design) {
        var edits = new ArrayList<Edit>();
        design.all(Expression.Binary.class).forEach(binary -> {
            // A part of what is rewritten comes after the whole.
            boolean inside = edits.stream().anyMatch(edit -> edit.span().contains(binary.span()));
            var text = inside ? null : words(design, binary);
            if (text != null) {
                edits.add(new Edit(binary.span(), text));
            }
        });
        var all = new ArrayList<List<Edit>>();
        if (edits.size() > 1) {
            all.add(List.copyOf(edits));
        }
        edits.forEach(edit -> all.add(List.of(edit)));
        return all;
    }

    private static @Nullable String words(Design design, Expression.Binary binary) {
        return switch (binary.operator()) {
            case "||", "|" -> ordered(design, binary);
            case "&&", "&" -> equal(design, binary);
            default -> null;
        };
    }

    private static @Nullable String equal(Design design, Expression.Binary binary) {
        var bits = ofBits(design, binary);
        return bits == null || bits.size() < 2 || bits.stream().anyMatch(bit -> !bit.operator.equals("=="))
                ? null
                : words(design, bits, "==");
    }

    /** Each alternative has one bit that decides, and says that all above are equal. */
    private static @Nullable String ordered(Design design, Expression.Binary binary) {
        var deciding = new ArrayList<OfBit>();
        var above = new ArrayList<Integer>();
        for (var alternative : Expressions.chain(binary, binary.operator())) {
            var bits = ofBits(design, alternative);
            if (bits == null) {
                return null;
            }
            var unequal =
                    bits.stream().filter(bit -> !bit.operator.equals("==")).toList();
            if (unequal.size() != 1) {
                return null;
            }
            deciding.add(unequal.getFirst());
            above.add(bits.size() - 1);
            int at = unequal.getFirst().at;
            if (bits.stream().anyMatch(bit -> bit.operator.equals("==") && bit.at <= at)) {
                return null;
            }
        }
        var order = deciding.getFirst().operator;
        int highest = deciding.stream().mapToInt(OfBit::at).max().orElse(0);
        for (int i = 0; i < deciding.size(); i++) {
            if (!deciding.get(i).operator.equals(order) || above.get(i) != highest - deciding.get(i).at) {
                return null;
            }
        }
        return deciding.size() < 2 ? null : words(design, deciding, order);
    }

    private static @Nullable List<OfBit> ofBits(Design design, Expression conjunction) {
        var operator = Expressions.bare(conjunction) instanceof Expression.Binary binary
                        && (binary.operator().equals("&&") || binary.operator().equals("&"))
                ? binary.operator()
                : "&&";
        var bits = new ArrayList<OfBit>();
        for (var part : Expressions.chain(conjunction, operator)) {
            var bit = ofBit(design, part);
            if (bit == null) {
                return null;
            }
            bits.add(bit);
        }
        return bits;
    }

    private static @Nullable OfBit ofBit(Design design, Expression expression) {
        if (Expressions.bare(expression) instanceof Expression.Binary binary
                && List.of("==", ">", "<").contains(binary.operator())
                && Expressions.bare(binary.left()) instanceof Expression.Select left
                && Expressions.bare(binary.right()) instanceof Expression.Select right) {
            var at = design.scope().value(left.index());
            if (at != null && Objects.equals(at, design.scope().value(right.index())) && at >= 0 && at < 4096) {
                return new OfBit(design.text(left.base()), design.text(right.base()), binary.operator(), at.intValue());
            }
        }
        return null;
    }

    /** Null if the bits are not next to each other, or of several vectors. */
    private static @Nullable String words(Design design, List<OfBit> bits, String operator) {
        var first = bits.getFirst();
        var places = new TreeSet<Integer>();
        bits.forEach(bit -> places.add(bit.at));
        boolean whole = bits.stream().allMatch(first::isOf)
                && places.size() == bits.size()
                && places.last() - places.first() == bits.size() - 1;
        if (!whole) {
            return null;
        }
        var range = "[" + places.last() + ":" + places.first() + "]";
        return "(" + vector(design, first.left, range) + " " + operator + " " + vector(design, first.right, range)
                + ")";
    }

    private static String vector(Design design, String name, String range) {
        var symbol = design.scope().symbol(name);
        return symbol != null
                        && range.equals("[" + (symbol.shape().width() - 1) + ":0]")
                        && !symbol.shape().signed()
                ? name
                : name + range;
    }
}
