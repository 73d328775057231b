package dev.ouroboros.hdl.operator;

import dev.ouroboros.hdl.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code s ? a + b : c - d} with one adder: {@code ({(s ? a : c), 1'b1} + {(s ? b : ~d), !s}) >> 1}, for {@code c - d}
 * is {@code c + ~d + 1}. Equivalent if nothing is signed that is made wider, which a proof tells.
 */
final class OneAdder implements Rewriting {

    @Override
    public List<List<Edit>> in(Design design) {
        var all = new ArrayList<List<Edit>>();
        for (var choice : Choice.of(design)) {
            if (Expressions.bare(choice.whenTrue()) instanceof Expression.Binary one
                    && Expressions.bare(choice.whenFalse()) instanceof Expression.Binary other
                    && isSum(one)
                    && isSum(other)
                    && choice.width() > 0) {
                var text = shared(design, choice, one, other);
                if (text != null) {
                    all.add(List.of(choice.replaced(text)));
                }
            }
        }
        return all;
    }

    static boolean isSum(Expression.Binary binary) {
        return binary.operator().equals("+") || binary.operator().equals("-");
    }

    private static @Nullable String shared(
            Design design, Choice choice, Expression.Binary one, Expression.Binary other) {
        boolean oneMinus = one.operator().equals("-");
        boolean otherMinus = other.operator().equals("-");
        if (!oneMinus && !otherMinus) {
            return null;
        }
        boolean swapOne = !oneMinus && same(design, one.right(), other.left());
        boolean swapOther = !otherMinus && same(design, one.left(), other.right());
        var a = padded(design, swapOne ? one.right() : one.left(), choice.width());
        var b = padded(design, swapOne ? one.left() : one.right(), choice.width());
        var c = padded(design, swapOther ? other.right() : other.left(), choice.width());
        var d = padded(design, swapOther ? other.left() : other.right(), choice.width());
        if (a == null || b == null || c == null || d == null) {
            return null;
        }
        var select = "(" + design.text(choice.condition()) + ")";
        var minus = oneMinus && otherMinus ? "1'b1" : oneMinus ? select + " != 0" : "!" + select;
        var left = a.equals(c) ? a : "(" + select + " ? " + a + " : " + c + ")";
        var right = b.equals(d) && oneMinus != otherMinus
                ? "(" + b + " ^ {" + choice.width() + "{" + minus + "}})"
                : "(" + select + " ? " + inverted(b, oneMinus) + " : " + inverted(d, otherMinus) + ")";
        return "({" + left + ", 1'b1} + {" + right + ", " + minus + "}) >> 1";
    }

    private static String inverted(String text, boolean minus) {
        return minus ? "~" + text : text;
    }

    private static boolean same(Design design, Expression one, Expression other) {
        return design.text(Expressions.bare(one)).equals(design.text(Expressions.bare(other)));
    }

    /** Returns the operand with exactly so many bits; null if that cannot be written. */
    static @Nullable String padded(Design design, Expression expression, int width) {
        var bare = Expressions.bare(expression);
        var shape = design.scope().shape(bare);
        if (shape == null || shape.width() > width) {
            return null;
        }
        var text = design.text(bare);
        boolean simple = bare instanceof Expression.Name
                || bare instanceof Expression.Select
                || bare instanceof Expression.Slice
                || bare instanceof Expression.Concatenation;
        int missing = width - shape.width();
        if (missing == 0) {
            return simple ? text : "(" + text + ")";
        }
        if (!simple) {
            return null;
        }
        var fill = shape.signed() && bare instanceof Expression.Name ? text + "[" + (shape.width() - 1) + "]" : "1'b0";
        return "{{" + missing + "{" + fill + "}}, " + text + "}";
    }
}
