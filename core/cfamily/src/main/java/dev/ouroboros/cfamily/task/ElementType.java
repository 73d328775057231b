package dev.ouroboros.cfamily.task;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A scalar type of OpenCL C that arguments may have. */
public enum ElementType {
    CHAR(1, false),
    UCHAR(1, false),
    SHORT(2, false),
    USHORT(2, false),
    INT(4, false),
    UINT(4, false),
    LONG(8, false),
    ULONG(8, false),
    FLOAT(4, true),
    DOUBLE(8, true);

    private final int bytes;
    private final boolean floating;

    ElementType(int bytes, boolean floating) {
        this.bytes = bytes;
        this.floating = floating;
    }

    /** Returns the size of one element. */
    public int bytes() {
        return bytes;
    }

    /** Returns whether it can hold a NaN, and is compared within a tolerance; all others compare exactly. */
    public boolean floating() {
        return floating;
    }

    /** Returns whether it is an integer without a sign. */
    public boolean unsigned() {
        return this == UCHAR || this == USHORT || this == UINT || this == ULONG;
    }

    /** Returns the name in OpenCL C. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the type of that name, or null if there is none. */
    public static @Nullable ElementType named(String label) {
        return Arrays.stream(values())
                .filter(type -> type.label().equals(label))
                .findFirst()
                .orElse(null);
    }

    /** Returns all names, for error texts. */
    public static String labels() {
        return Arrays.stream(values()).map(ElementType::label).collect(Collectors.joining(", "));
    }
}
