package dev.ouroboros.java.data;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Compares what a candidate returned with what is right. Whole numbers and strings must be equal, real ones close: a NaN is
 * equal to a NaN only.
 *
 * @param tolerance how far a real number may be off, relative to the greatest of the result; 0 demands the same bits
 */
public record Comparison(double tolerance) {

    /** Returns where and how they differ, or null; both as {@link Flat#read} returns them. */
    public @Nullable String complaint(@Nullable Object expected, @Nullable Object found) {
        return complaint("", expected, found, tolerance == 0 ? 0 : greatest(expected));
    }

    private static double greatest(@Nullable Object value) {
        return switch (value) {
            case Double number when Double.isFinite(number) -> Math.abs(number);
            case double[] numbers ->
                Arrays.stream(numbers)
                        .filter(Double::isFinite)
                        .map(Math::abs)
                        .max()
                        .orElse(0);
            case Object[] values ->
                Arrays.stream(values).mapToDouble(Comparison::greatest).max().orElse(0);
            case null, default -> 0;
        };
    }

    private @Nullable String complaint(String where, @Nullable Object expected, @Nullable Object found, double scale) {
        return switch (expected) {
            case double[] right when found instanceof double[] other -> reals(where, right, other, scale);
            case Double right
            when found instanceof Double other -> close(right, other, scale) ? null : differ(where, right, other);
            case long[] right when found instanceof long[] other -> wholes(where, right, other);
            case Object[] right when found instanceof Object[] other -> lists(where, right, other, scale);
            case null -> found == null ? null : differ(where, "null", found);
            default -> expected.equals(found) ? null : differ(where, expected, found);
        };
    }

    private @Nullable String reals(String where, double[] right, double[] found, double scale) {
        if (right.length != found.length) {
            return differ(where + ".length", right.length, found.length);
        }
        for (int i = 0; i < right.length; i++) {
            if (!close(right[i], found[i], scale)) {
                return differ(where + "[" + i + "]", right[i], found[i]);
            }
        }
        return null;
    }

    private static @Nullable String wholes(String where, long[] right, long[] found) {
        if (right.length != found.length) {
            return differ(where + ".length", right.length, found.length);
        }
        int at = Arrays.mismatch(right, found);
        return at < 0 ? null : differ(where + "[" + at + "]", right[at], found[at]);
    }

    private @Nullable String lists(String where, @Nullable Object[] right, @Nullable Object[] found, double scale) {
        if (right.length != found.length) {
            return differ(where + ".length", right.length, found.length);
        }
        for (int i = 0; i < right.length; i++) {
            String complaint = complaint(where + "[" + i + "]", right[i], found[i], scale);
            if (complaint != null) {
                return complaint;
            }
        }
        return null;
    }

    private boolean close(double right, double found, double scale) {
        return Double.doubleToLongBits(right) == Double.doubleToLongBits(found)
                || (tolerance > 0
                        && Double.isFinite(right)
                        && Double.isFinite(found)
                        && Math.abs(right - found) <= tolerance * scale);
    }

    private static String differ(String where, Object right, @Nullable Object found) {
        return (where.isEmpty() ? "the result" : "the result" + where) + " is " + brief(found) + "; expected "
                + brief(right);
    }

    private static String brief(@Nullable Object value) {
        String text =
                value instanceof Object[] || (value != null && value.getClass().isArray())
                        ? "an array"
                        : String.valueOf(value);
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
