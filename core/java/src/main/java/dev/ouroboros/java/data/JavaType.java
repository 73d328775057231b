package dev.ouroboros.java.data;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A type of an argument.
 *
 * @param dimensions 0 for a single value, 1 for an array, 2 for an array of arrays
 */
public record JavaType(Base base, int dimensions) {
    private static final int MOST_DIMENSIONS = 2;

    /** What an argument or its elements are. */
    public enum Base {
        INT(int.class, 4),
        LONG(long.class, 8),
        DOUBLE(double.class, 8),
        FLOAT(float.class, 4),
        BYTE(byte.class, 1),
        CHAR(char.class, 2),
        BOOLEAN(boolean.class, 1),
        STRING(String.class, 48),
        CHAR_SEQUENCE(CharSequence.class, 48);

        private final Class<?> type;
        private final int bytes;

        Base(Class<?> type, int bytes) {
            this.type = type;
            this.bytes = bytes;
        }

        /** Returns about how much memory a value takes; of a string, beside its characters. */
        public int bytes() {
            return bytes;
        }

        /** Returns whether a value is a string, which has a length of its own. */
        public boolean isText() {
            return this == STRING || this == CHAR_SEQUENCE;
        }

        /** Returns the name as Java spells it. */
        public String spelling() {
            return type.getSimpleName();
        }
    }

    /** Returns the type of that spelling, such as {@code double[][]}, or null if it is none of these. */
    public static @Nullable JavaType of(String spelling) {
        int brackets = spelling.indexOf('[');
        String name = brackets < 0 ? spelling : spelling.substring(0, brackets);
        String rest = brackets < 0 ? "" : spelling.substring(brackets);
        int dimensions = rest.length() / 2;
        if (dimensions > MOST_DIMENSIONS || !rest.equals("[]".repeat(dimensions))) {
            return null;
        }
        return Arrays.stream(Base.values())
                .filter(base -> base.spelling().equals(name))
                .map(base -> new JavaType(base, dimensions))
                .findFirst()
                .orElse(null);
    }

    /** Returns the spellings of all single types, for messages. */
    public static String spellings() {
        return Arrays.stream(Base.values()).map(Base::spelling).collect(Collectors.joining(", "))
                + ", and arrays of them with [] or [][]";
    }

    /** Returns the class. */
    public Class<?> type() {
        Class<?> type = base.type;
        for (int i = 0; i < dimensions; i++) {
            type = type.arrayType();
        }
        return type;
    }

    /** Returns how many extents an argument of this type has. */
    public int extents() {
        return dimensions + (base.isText() ? 1 : 0);
    }
}
