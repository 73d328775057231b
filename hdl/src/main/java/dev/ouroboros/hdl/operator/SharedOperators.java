package dev.ouroboros.hdl.operator;

import dev.ouroboros.hdl.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code s ? a + b : a + c} as {@code a + (s ? b : c)}: one adder and a choice instead of two adders. Equivalent
 * if {@code b} and {@code c} are of one size and sign, which a proof tells.
 */
final class SharedOperators implements Rewriting {
    private static final List<String> COMMUTATIVE = List.of("+", "*", "&", "|", "^", "==", "!=");
    private static final List<String> OTHERS = List.of("-", "<<", ">>", "<<<", ">>>", "/", "%", "<", "<=", ">", ">=");

    @Override
    public List<List<Edit>> in(Design design) {
        var all = new ArrayList<List<Edit>>();
        design.all(Expression.Conditional.class).forEach(conditional -> {
            if (bare(conditional.whenTrue()) instanceof Expression.Binary one
                    && bare(conditional.whenFalse()) instanceof Expression.Binary other
                    && one.operator().equals(other.operator())) {
                var text = shared(design, conditional, one, other);
                if (text != null) {
                    all.add(List.of(new Edit(conditional.span(), text)));
                }
            }
        });
        return all;
    }

    private static @Nullable String shared(
            Design design, Expression.Conditional conditional, Expression.Binary one, Expression.Binary other) {
        var operator = one.operator();
        boolean commutative = COMMUTATIVE.contains(operator);
        if (!commutative && !OTHERS.contains(operator)) {
            return null;
        }
        var select = design.text(conditional.condition());
        if (same(design, one.left(), other.left())) {
            return text(design, one.left(), operator, choice(design, select, one.right(), other.right()));
        }
        if (same(design, one.right(), other.right())) {
            return "(" + choice(design, select, one.left(), other.left()) + " " + operator + " "
                    + design.text(one.right()) + ")";
        }
        if (commutative && same(design, one.left(), other.right())) {
            return text(design, one.left(), operator, choice(design, select, one.right(), other.left()));
        }
        if (commutative && same(design, one.right(), other.left())) {
            return text(design, one.right(), operator, choice(design, select, one.left(), other.right()));
        }
        return null;
    }

    private static String text(Design design, Expression common, String operator, String choice) {
        return "(" + design.text(common) + " " + operator + " " + choice + ")";
    }

    private static String choice(Design design, String select, Expression one, Expression other) {
        return "(" + select + " ? " + design.text(one) + " : " + design.text(other) + ")";
    }

    private static boolean same(Design design, Expression one, Expression other) {
        return design.text(one).equals(design.text(other));
    }

    private static Expression bare(Expression expression) {
        return expression instanceof Expression.Parenthesized parenthesized ? bare(parenthesized.inner()) : expression;
    }
}
