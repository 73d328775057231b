package dev.ouroboros.java.data;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.lang.reflect.Array;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Values as bytes: {@code null}, single values, strings, and arrays of these. Only exact classes of the platform are
 * written, so that nothing of a candidate decides what its result is.
 */
public final class Flat {
    private static final int MOST_ELEMENTS = 1 << 24;

    private static final int MOST_DEPTH = 8;

    private Flat() {}

    /** The kinds, by their letter on the wire. */
    private enum Kind {
        NULL('n'),
        LONG('l'),
        DOUBLE('d'),
        TEXT('t'),
        LONGS('L'),
        DOUBLES('D'),
        LIST('a');

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }

        static Kind of(int letter) {
            for (Kind kind : values()) {
                if (kind.letter == letter) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("no kind of value: " + letter);
        }
    }

    /**
     * Writes a value. Whole numbers, characters and booleans become {@code long}s, {@code float}s become {@code double}s.
     *
     * @throws IllegalArgumentException if it is of a class that is none of these
     */
    public static void write(@Nullable Object value, DataOutputStream out) throws IOException {
        switch (value) {
            case null -> kind(Kind.NULL, out);
            case String text -> {
                kind(Kind.TEXT, out);
                out.writeInt(text.length());
                out.writeChars(text);
            }
            case Double number -> real(number, out);
            case Float number -> real(number, out);
            case Long number -> whole(number, out);
            case Integer number -> whole(number, out);
            case Short number -> whole(number, out);
            case Byte number -> whole(number, out);
            case Character character -> whole(character, out);
            case Boolean truth -> whole(truth ? 1 : 0, out);
            default -> writeArray(value, out);
        }
    }

    /** Writes an array's length and what stands at drawn positions of it; other values as {@link #write} does. */
    public static void writeSpots(@Nullable Object value, int count, long seed, DataOutputStream out)
            throws IOException {
        if (value == null || !(value.getClass().isArray() || value instanceof String)) {
            write(value, out);
            return;
        }
        var random = new SplittableRandom(seed);
        int length = value instanceof String text ? text.length() : Array.getLength(value);
        beginList(1 + (length == 0 ? 0 : count), out);
        whole(length, out);
        for (int i = 0; length > 0 && i < count; i++) {
            int at = random.nextInt(length);
            Object element = value instanceof String text ? Character.valueOf(text.charAt(at)) : Array.get(value, at);
            writeSpots(element, 1, random.nextLong(), out);
        }
    }

    /** Begins a list of so many values, which are to follow. */
    public static void beginList(int length, DataOutputStream out) throws IOException {
        kind(Kind.LIST, out);
        out.writeInt(length);
    }

    private static void writeArray(Object value, DataOutputStream out) throws IOException {
        switch (value) {
            case double[] doubles -> {
                kind(Kind.DOUBLES, out);
                out.writeInt(doubles.length);
                for (double each : doubles) {
                    out.writeDouble(each);
                }
            }
            case float[] floats -> {
                kind(Kind.DOUBLES, out);
                out.writeInt(floats.length);
                for (float each : floats) {
                    out.writeDouble(each);
                }
            }
            case long[] longs -> {
                kind(Kind.LONGS, out);
                out.writeInt(longs.length);
                for (long each : longs) {
                    out.writeLong(each);
                }
            }
            case int[] ints -> {
                kind(Kind.LONGS, out);
                out.writeInt(ints.length);
                for (int each : ints) {
                    out.writeLong(each);
                }
            }
            default -> {
                if (!value.getClass().isArray()) {
                    throw new IllegalArgumentException(
                            "cannot be compared: a " + value.getClass().getName());
                }
                int length = Array.getLength(value);
                beginList(length, out);
                for (int i = 0; i < length; i++) {
                    write(Array.get(value, i), out);
                }
            }
        }
    }

    /**
     * Reads one value: null, {@link Long}, {@link Double}, {@link String}, {@code long[]}, {@code double[]} or {@code Object[]}.
     *
     * @throws IllegalArgumentException if the bytes are none
     */
    public static @Nullable Object read(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            Object value = read(in, 0);
            if (in.read() >= 0) {
                throw new IllegalArgumentException("bytes follow the value");
            }
            return value;
        } catch (EOFException e) {
            throw new IllegalArgumentException("the value ends early", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("no value", e);
        }
    }

    private static @Nullable Object read(DataInputStream in, int depth) throws IOException {
        if (depth > MOST_DEPTH) {
            throw new IllegalArgumentException("lists in lists");
        }
        return switch (Kind.of(in.readUnsignedByte())) {
            case NULL -> null;
            case LONG -> in.readLong();
            case DOUBLE -> in.readDouble();
            case TEXT -> {
                var text = new char[length(in, 2)];
                for (int i = 0; i < text.length; i++) {
                    text[i] = in.readChar();
                }
                yield new String(text);
            }
            case LONGS -> {
                var longs = new long[length(in, 8)];
                for (int i = 0; i < longs.length; i++) {
                    longs[i] = in.readLong();
                }
                yield longs;
            }
            case DOUBLES -> {
                var doubles = new double[length(in, 8)];
                for (int i = 0; i < doubles.length; i++) {
                    doubles[i] = in.readDouble();
                }
                yield doubles;
            }
            case LIST -> {
                var list = new @Nullable Object[length(in, 1)];
                for (int i = 0; i < list.length; i++) {
                    list[i] = read(in, depth + 1);
                }
                yield list;
            }
        };
    }

    /** A length that the bytes left can hold. */
    private static int length(DataInputStream in, int bytes) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MOST_ELEMENTS || (long) length * bytes > in.available()) {
            throw new IllegalArgumentException("a length of " + length + " where " + in.available() + " bytes follow");
        }
        return length;
    }

    private static void whole(long number, DataOutputStream out) throws IOException {
        kind(Kind.LONG, out);
        out.writeLong(number);
    }

    private static void real(double number, DataOutputStream out) throws IOException {
        kind(Kind.DOUBLE, out);
        out.writeDouble(number);
    }

    private static void kind(Kind kind, DataOutputStream out) throws IOException {
        out.writeByte(kind.letter);
    }
}
