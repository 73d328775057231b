package dev.ouroboros.cfamily.data;

import dev.ouroboros.cfamily.task.ElementType;
import java.lang.foreign.MemorySegment;

/**
 * The elements of one buffer on the Java heap, where no worker can reach them.
 *
 * @param array an array of the Java type that has the size of the element: byte, short, int, long, float or double
 * @param segment the same memory in bytes
 */
public record Values(ElementType type, Object array, MemorySegment segment) {

    /** Returns as many zeros. */
    public static Values zeros(ElementType type, int length) {
        return switch (type) {
            case CHAR, UCHAR -> of(type, new byte[length]);
            case SHORT, USHORT -> of(type, new short[length]);
            case INT, UINT -> of(type, new int[length]);
            case LONG, ULONG -> of(type, new long[length]);
            case FLOAT -> of(type, new float[length]);
            case DOUBLE -> of(type, new double[length]);
        };
    }

    /** Returns a view of an array of the fitting type. */
    public static Values of(ElementType type, Object array) {
        return new Values(
                type,
                array,
                switch (array) {
                    case byte[] bytes -> MemorySegment.ofArray(bytes);
                    case short[] shorts -> MemorySegment.ofArray(shorts);
                    case int[] ints -> MemorySegment.ofArray(ints);
                    case long[] longs -> MemorySegment.ofArray(longs);
                    case float[] floats -> MemorySegment.ofArray(floats);
                    case double[] doubles -> MemorySegment.ofArray(doubles);
                    default -> throw new IllegalArgumentException("no buffer is a " + array.getClass());
                });
    }

    /** Returns the number of elements. */
    public int length() {
        return (int) (segment.byteSize() / type.bytes());
    }

    /** Returns one element; a long beyond 2^53 is rounded. */
    public double get(int i) {
        return switch (array) {
            case float[] floats -> floats[i];
            case double[] doubles -> doubles[i];
            case int[] ints -> type == ElementType.UINT ? Integer.toUnsignedLong(ints[i]) : ints[i];
            case byte[] bytes -> type == ElementType.UCHAR ? Byte.toUnsignedInt(bytes[i]) : bytes[i];
            case short[] shorts -> type == ElementType.USHORT ? Short.toUnsignedInt(shorts[i]) : shorts[i];
            case long[] longs -> longs[i];
            default -> throw new IllegalStateException("no buffer is a " + array.getClass());
        };
    }

    /** Returns all elements in double precision. */
    public double[] doubles() {
        double[] all = new double[length()];
        if (array instanceof float[] floats) {
            for (int i = 0; i < all.length; i++) {
                all[i] = floats[i];
            }
        } else {
            for (int i = 0; i < all.length; i++) {
                all[i] = get(i);
            }
        }
        return all;
    }
}
