package dev.ouroboros.cfamily.data;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Draws text in UTF-8 (RFC 3629). */
final class Text {
    private static final int[] FIRST_OF_LENGTH = {0, 0x80, 0x800, 0x10000, 0x110000};
    private static final int SURROGATES = 0xD800;
    private static final int BEHIND_SURROGATES = 0xE000;

    private Text() {}

    /** Fills each row with whole characters; in every second one, by chance, one byte is replaced by any other. */
    static void fill(byte[] bytes, int row, long key) {
        RandomGenerator random = new SplittableRandom(key);
        for (int from = 0; from < bytes.length; from += row) {
            fillRow(bytes, from, Math.min(bytes.length, from + row), random);
        }
    }

    private static void fillRow(byte[] bytes, int from, int end, RandomGenerator random) {
        int at = from;
        while (at < end) {
            int length = Math.min(random.nextInt(1, 5), end - at);
            int character = random.nextInt(FIRST_OF_LENGTH[length - 1], FIRST_OF_LENGTH[length]);
            if (character >= SURROGATES && character < BEHIND_SURROGATES) {
                character -= BEHIND_SURROGATES - SURROGATES;
            }
            put(bytes, at, length, character);
            at += length;
        }
        if (random.nextBoolean()) {
            bytes[random.nextInt(from, end)] ^= (byte) random.nextInt(1, 256);
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
