package dev.ouroboros.cfamily.data;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Draws text in UTF-8 (RFC 3629). */
final class Text {
    private static final int[] FIRST_OF_LENGTH = {0, 0x80, 0x800, 0x10000, 0x110000};
    private static final int CHARACTER_BITS = 26;
    private static final int LEAST_ROWS = 8;
    private static final int DRAWN_BYTES = 1 << 16;
    private static final int SURROGATES = 0xD800;
    private static final int BEHIND_SURROGATES = 0xE000;

    private Text() {}

    /**
     * Fills each row with whole characters; in every second one, by chance, one byte is replaced by any other. Of much text
     * the later rows are copies of earlier ones, in an order and with mistakes of their own: drawing all of it would take a
     * hundred times as long as a fast kernel takes to read it.
     */
    static void fill(byte[] bytes, int row, long key) {
        RandomGenerator random = new SplittableRandom(key);
        int drawn = Math.max(LEAST_ROWS, DRAWN_BYTES / row);
        for (int from = 0; from < bytes.length; from += row) {
            int end = Math.min(bytes.length, from + row);
            if (from / row < drawn) {
                fillRow(bytes, from, end, random);
            } else {
                System.arraycopy(bytes, row * random.nextInt(drawn), bytes, from, end - from);
            }
        }
        for (int from = 0; from < bytes.length; from += row) {
            if (random.nextBoolean()) {
                bytes[random.nextInt(from, Math.min(bytes.length, from + row))] ^= (byte) random.nextInt(1, 256);
            }
        }
    }

    private static void fillRow(byte[] bytes, int from, int end, RandomGenerator random) {
        int at = from;
        long bits = 0;
        for (int count = 0; at < end; count++) {
            // One draw of 64 bits gives two characters: a kernel that is fast waits for its text otherwise.
            bits = (count & 1) == 0 ? random.nextLong() : bits >>> CHARACTER_BITS;
            int length = Math.min(1 + (int) (bits & 3), end - at);
            int first = FIRST_OF_LENGTH[length - 1];
            int range = FIRST_OF_LENGTH[length] - first;
            int character = first + (int) ((((bits >>> 2) & 0xFFFFFF) * range) >>> 24);
            if (character >= SURROGATES && character < BEHIND_SURROGATES) {
                character -= BEHIND_SURROGATES - SURROGATES;
            }
            put(bytes, at, length, character);
            at += length;
        }
    }

    private static void put(byte[] bytes, int at, int length, int character) {
        if (length == 1) {
            bytes[at] = (byte) character;
            return;
        }
        int rest = character;
        for (int i = length - 1; i > 0; i--) {
            bytes[at + i] = (byte) (0x80 | (rest & 0x3F));
            rest >>>= 6;
        }
        bytes[at] = (byte) (((0xF00 >>> length) & 0xFF) | rest);
    }
}
