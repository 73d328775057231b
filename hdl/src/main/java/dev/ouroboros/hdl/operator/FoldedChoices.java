package dev.ouroboros.hdl.operator;

import dev.ouroboros.hdl.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code x + (s ? y : 0)} as {@code (s ? x + y : x)}: the choice then fits the logic cells of the adder. Equivalent
 * unless the zero alone makes the sum wide or unsigned, which a proof tells.
 */
final class FoldedChoices implements Rewriting {
    private static final List<String> OPERATORS = List.of("+", "-", "|", "^");

    @Override
    public List<List<Edit>> in(Design design) {
        var all = new ArrayList<List<Edit>>();
        design.all(Expression.Binary.class)
                .filter(binary -> OPERATORS.contains(binary.operator()))
                .forEach(binary -> {
                    var text = folded(design, binary);
                    if (text != null) {
                        all.add(List.of(new Edit(binary.span(), text)));
                    }
                });
        return all;
    }

    private static @Nullable String folded(Design design, Expression.Binary binary) {
        var x = design.text(binary.left());
        var y = design.text(binary.right());
        var operator = " " + binary.operator() + " ";
        if (choice(binary.right()) instanceof Expression.Conditional right) {
            if (isZero(design, right.whenFalse())) {
                return choice(design, right, x + operator + term(design, right.whenTrue()), x);
            }
            if (isZero(design, right.whenTrue())) {
                return choice(design, right, x, x + operator + term(design, right.whenFalse()));
            }
        }
        if (choice(binary.left()) instanceof Expression.Conditional left
                && !binary.operator().equals("-")) {
            if (isZero(design, left.whenFalse())) {
                return choice(design, left, term(design, left.whenTrue()) + operator + y, y);
            }
            if (isZero(design, left.whenTrue())) {
                return choice(design, left, y, term(design, left.whenFalse()) + operator + y);
            }
        }
        return null;
    }

    private static String choice(Design design, Expression.Conditional of, String whenTrue, String whenFalse) {
        return "(" + design.text(of.condition()) + " ? " + whenTrue + " : " + whenFalse + ")";
    }

    private static String term(Design design, Expression expression) {
        var text = design.text(expression);
        return expression instanceof Expression.Binary || expression instanceof Expression.Conditional
                ? "(" + text + ")"
                : text;
    }

    private static @Nullable Expression choice(Expression expression) {
        return expression instanceof Expression.Parenthesized parenthesized ? parenthesized.inner() : null;
    }

    private static boolean isZero(Design design, Expression expression) {
        var value = design.scope().value(expression);
        return value != null && value == 0;
    }
}
