package dev.ouroboros.cfamily.data;

import dev.ouroboros.cfamily.task.ElementType;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * What an output holds before a kernel writes it: never what the right answer could be. One poison is a NaN whose payload
 * is drawn anew, the other a number too large for any answer; an element left alone differs under the two.
 */
public enum Poison {
    NOT_A_NUMBER {
        @Override
        long pattern(ElementType type, long key) {
            int low = (int) key & 0x003F_FFFF;
            return switch (type) {
                case FLOAT -> twice(0x7FC0_0000 | low);
                case DOUBLE -> 0x7FF8_0000_0000_0000L | (key & 0x0007_FFFF_FFFF_FFFFL);
                default -> key;
            };
        }
    },
    HUGE {
        @Override
        long pattern(ElementType type, long key) {
            int low = (int) key & 0x007F_FFFF;
            return switch (type) {
                case FLOAT -> twice(0x7C00_0000 | low);
                case DOUBLE -> 0x7F00_0000_0000_0000L | (key & 0x000F_FFFF_FFFF_FFFFL);
                default -> ~key;
            };
        }
    };

    /** Returns the two in turn. */
    public static Poison ofRun(int run) {
        return run % 2 == 0 ? NOT_A_NUMBER : HUGE;
    }

    abstract long pattern(ElementType type, long key);

    /** Fills a buffer; the same key gives the same bytes. */
    public void fill(MemorySegment buffer, ElementType type, long key) {
        repeat(buffer, pattern(type, key));
    }

    /** Fills with any eight bytes, again and again. */
    public static void repeat(MemorySegment bytes, long pattern) {
        long whole = bytes.byteSize() & ~7L;
        for (long i = 0; i < whole; i += 8) {
            bytes.set(ValueLayout.JAVA_LONG_UNALIGNED, i, pattern);
        }
        for (long i = whole; i < bytes.byteSize(); i++) {
            bytes.set(ValueLayout.JAVA_BYTE, i, (byte) (pattern >>> (8 * (i - whole))));
        }
    }

    /** Returns whether the bytes are still what {@link #repeat} left. */
    public static boolean repeats(MemorySegment bytes, long pattern) {
        long whole = bytes.byteSize() & ~7L;
        long differences = 0;
        for (long i = 0; i < whole; i += 8) {
            differences |= bytes.get(ValueLayout.JAVA_LONG_UNALIGNED, i) ^ pattern;
        }
        for (long i = whole; i < bytes.byteSize(); i++) {
            differences |= bytes.get(ValueLayout.JAVA_BYTE, i) ^ (byte) (pattern >>> (8 * (i - whole)));
        }
        return differences == 0;
    }

    private static long twice(int word) {
        return ((long) word << 32) | Integer.toUnsignedLong(word);
    }
}
