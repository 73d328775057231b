package dev.ouroboros.hdl.operator;

import dev.ouroboros.hdl.syntax.Expression;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Computes constant expressions, as long as the numbers stay small. */
record Constants(Map<String, Long> known) {
    private static final long MOST = 1L << 40;

    @Nullable
    Long value(Expression expression) {
        var value = compute(expression);
        return value == null || Math.abs(value) > MOST ? null : value;
    }

    private @Nullable Long compute(Expression expression) {
        return switch (expression) {
            case Expression.Numeral numeral -> {
                var value = Literals.value(numeral.text());
                yield value == null || value.bitLength() > 40 ? null : Long.valueOf(value.longValue());
            }
            case Expression.Name name -> known.get(name.text());
            case Expression.Parenthesized parenthesized -> value(parenthesized.inner());
            case Expression.Unary unary -> {
                var operand = value(unary.operand());
                yield operand == null ? null : unary(unary.operator(), operand);
            }
            case Expression.Binary binary -> {
                var left = value(binary.left());
                var right = value(binary.right());
                yield left == null || right == null ? null : binary(binary.operator(), left, right);
            }
            case Expression.Conditional conditional -> {
                var condition = value(conditional.condition());
                yield condition == null
                        ? null
                        : value(condition != 0 ? conditional.whenTrue() : conditional.whenFalse());
            }
            case Expression.Call call ->
                call.function().equals("$clog2") && call.arguments().size() == 1
                        ? logarithm(value(call.arguments().getFirst()))
                        : null;
            case Expression.Concatenation _,
                    Expression.Replication _,
                    Expression.Select _,
                    Expression.Slice _,
                    Expression.Member _,
                    Expression.Cast _,
                    Expression.Text _,
                    Expression.Macro _,
                    Expression.Opaque _ -> null;
        };
    }

    private static @Nullable Long unary(String operator, long operand) {
        return switch (operator) {
            case "-" -> -operand;
            case "+" -> operand;
            default -> null;
        };
    }

    private static @Nullable Long binary(String operator, long left, long right) {
        return switch (operator) {
            case "+" -> left + right;
            case "-" -> left - right;
            case "*" -> Math.abs(left) < 1 << 20 && Math.abs(right) < 1 << 20 ? left * right : null;
            case "/" -> right == 0 ? null : left / right;
            case "%" -> right == 0 ? null : left % right;
            case "<<" -> right >= 0 && right < 32 && Math.abs(left) < 1 << 20 ? left << right : null;
            case ">>" -> right >= 0 && right < 32 && left >= 0 ? left >> right : null;
            default -> null;
        };
    }

    private static @Nullable Long logarithm(@Nullable Long value) {
        return value == null || value < 1 ? null : Long.valueOf(64 - Long.numberOfLeadingZeros(value - 1));
    }
}
