package dev.ouroboros.hdl.operator;

import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a number means (IEEE 1364-2005, 3.5.1). */
final class Literals {
    private static final Pattern BASED = Pattern.compile("(\\d[\\d_]*)?\\s*'([sS]?)([bBoOdDhH])\\s*([0-9a-fA-F_]+)");
    private static final Pattern PLAIN = Pattern.compile("\\d[\\d_]*");
    private static final int MOST_DIGITS = 40;

    private Literals() {}

    /** Returns the value; null for a real number, and for one with x or z digits. */
    static @Nullable BigInteger value(String text) {
        if (text.length() > MOST_DIGITS) {
            return null;
        }
        if (PLAIN.matcher(text).matches()) {
            return new BigInteger(text.replace("_", ""));
        }
        if (text.equals("'0")) {
            return BigInteger.ZERO;
        }
        var based = BASED.matcher(text);
        if (!based.matches()) {
            return null;
        }
        try {
            var value = new BigInteger(based.group(4).replace("_", ""), radix(based.group(3)));
            var shape = shape(text);
            if (shape == null) {
                return null;
            }
            var kept = value.and(BigInteger.ONE.shiftLeft(shape.width()).subtract(BigInteger.ONE));
            return shape.signed() && kept.testBit(shape.width() - 1)
                    ? kept.subtract(BigInteger.ONE.shiftLeft(shape.width()))
                    : kept;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Returns the size; null where the context decides. */
    static @Nullable Shape shape(String text) {
        if (PLAIN.matcher(text).matches()) {
            return Shape.INTEGER;
        }
        var based = BASED.matcher(text);
        if (!based.matches()) {
            return null;
        }
        boolean signed = !based.group(2).isEmpty();
        var size = based.group(1);
        if (size == null) {
            return new Shape(32, signed);
        }
        var digits = size.replace("_", "");
        return digits.length() > 4 || Integer.parseInt(digits) == 0
                ? null
                : new Shape(Integer.parseInt(digits), signed);
    }

    private static int radix(String base) {
        return switch (base) {
            case "b", "B" -> 2;
            case "o", "O" -> 8;
            case "d", "D" -> 10;
            default -> 16;
        };
    }
}
