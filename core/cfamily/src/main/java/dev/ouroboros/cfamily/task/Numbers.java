package dev.ouroboros.cfamily.task;

import dev.ouroboros.engine.space.Expression;
import java.util.Map;

/** Values of expressions where only a number makes sense. */
public final class Numbers {
    private Numbers() {}

    /** Returns a whole number, or throws {@link IllegalArgumentException}. */
    public static long whole(Expression expression, Map<String, Object> variables) {
        return switch (expression.evaluate(variables)) {
            case Long whole -> whole;
            case Object other ->
                throw new IllegalArgumentException(
                        "expected a whole number, found " + other + " as the value of " + expression.text());
        };
    }

    /** Returns any number, or throws {@link IllegalArgumentException}. */
    public static double real(Expression expression, Map<String, Object> variables) {
        return switch (expression.evaluate(variables)) {
            case Long whole -> whole;
            case Double real -> real;
            case Object other ->
                throw new IllegalArgumentException(
                        "expected a number, found " + other + " as the value of " + expression.text());
        };
    }
}
