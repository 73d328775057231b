package dev.ouroboros.engine.space;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of expressions and parameters: Long, Double, Boolean, String; within an expression also List. */
final class Value {
    private Value() {}

    /** Returns the canonical form of a parameter's value, or null if it is not one. */
    static @Nullable Object canonical(Object value) {
        return switch (value) {
            case Long l -> l;
            case Integer i -> i.longValue();
            case Double d -> d;
            case Boolean b -> b;
            case String s -> s;
            default -> null;
        };
    }

    /** Returns a boolean as Python's 0 or 1, anything else as it is. */
    static Object number(Object value) {
        return value instanceof Boolean b ? (Object) (b ? 1L : 0L) : value;
    }

    /** Returns whether it is an integer that a double may not hold exactly. */
    static boolean isLarge(Number number) {
        return number instanceof Long l && (l > 1L << 53 || l < -(1L << 53));
    }

    /** Returns what Python's {@code bool(value)} returns. */
    static boolean truth(Object value) {
        return switch (value) {
            case Boolean b -> b;
            case Long l -> l != 0;
            case Double d -> d != 0;
            case String s -> !s.isEmpty();
            case List<?> list -> !list.isEmpty();
            default -> throw new IllegalStateException("no value of an expression: " + value);
        };
    }

    /** Returns the name of its type, as error texts use it. */
    static String type(Object value) {
        return switch (value) {
            case Boolean _ -> "a boolean";
            case Long _ -> "an integer";
            case Double _ -> "a float";
            case String _ -> "a string";
            case List<?> _ -> "a list";
            default -> value.getClass().getSimpleName();
        };
    }
}
