package dev.ouroboros.hdl.operator;

import dev.ouroboros.hdl.syntax.Expression;
import org.jspecify.annotations.Nullable;

/**
 * A value that arithmetic takes as it is.
 *
 * @param text of a signed expression that has exactly this value
 * @param plain the text as the source has it
 * @param signed whether the arithmetic around takes it as signed
 */
record Operand(String text, String plain, int width, boolean signed) {

    /**
     * Returns an expression as an operand of arithmetic that is signed or not: unsigned arithmetic extends all its
     * operands with zeros (IEEE 1364-2005, 5.5.2). Null if it is itself a calculation, whose size the context decides.
     */
    static @Nullable Operand of(Design design, Site site, Expression expression, boolean signed) {
        var shape = design.scope().shape(expression);
        if (shape == null || !isSelfContained(expression) || !site.canMove(expression)) {
            return null;
        }
        var text = design.text(expression);
        return new Operand(signed ? text : "$signed({1'b0, " + text + "})", text, shape.width(), signed);
    }

    private static boolean isSelfContained(Expression expression) {
        return switch (expression) {
            case Expression.Name _,
                    Expression.Select _,
                    Expression.Slice _,
                    Expression.Concatenation _,
                    Expression.Replication _,
                    Expression.Call _ -> true;
            case Expression.Parenthesized parenthesized -> isSelfContained(parenthesized.inner());
            default -> false;
        };
    }

    long least() {
        return signed ? -(1L << (width - 1)) : 0;
    }

    long most() {
        return signed ? (1L << (width - 1)) - 1 : (1L << width) - 1;
    }
}
