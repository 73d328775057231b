package dev.ouroboros.cfamily.data;

import dev.ouroboros.cfamily.task.Generator;

/** Draws single elements, and floats in bulk. */
final class Fill {
    private static final int WIDEST_EXPONENT = 12;

    private Fill() {}

    static void floats(float[] floats, Generator generator, long key) {
        if (!(generator instanceof Generator.Uniform(double low, double high))) {
            for (int i = 0; i < floats.length; i++) {
                floats[i] = (float) real(generator, key, i);
            }
            return;
        }
        // 24 random bits fill a float's significand; one draw of 64 gives two of them.
        float scale = (float) ((high - low) * 0x1.0p-24);
        float base = (float) low;
        int even = floats.length & ~1;
        for (int i = 0; i < even; i += 2) {
            long bits = Counter.bits(key, i);
            floats[i] = base + scale * (int) (bits >>> 40);
            floats[i + 1] = base + scale * ((int) bits >>> 8);
        }
        if (even < floats.length) {
            floats[even] = base + scale * (int) (Counter.bits(key, even) >>> 40);
        }
    }

    static void bytes(byte[] bytes, int row, Generator generator, long key) {
        switch (generator) {
            case Generator.Utf8() -> Text.fill(bytes, row, key);
            case Generator.Integers(long low, long high)
            when high - low < 256 -> {
                int range = (int) (high - low + 1);
                // 16 random bits are enough for a byte; one draw of 64 gives four of them.
                for (int i = 0; i < bytes.length; i++) {
                    int bits = (int) (Counter.bits(key, i >> 2) >>> (16 * (i & 3))) & 0xFFFF;
                    bytes[i] = (byte) (low + ((bits * range) >>> 16));
                }
            }
            default -> {
                for (int i = 0; i < bytes.length; i++) {
                    bytes[i] = (byte) whole(generator, key, i);
                }
            }
        }
    }

    static double real(Generator generator, long key, long position) {
        long bits = Counter.bits(key, 2 * position);
        return switch (generator) {
            case Generator.Uniform(double low, double high) -> low + (high - low) * Counter.unit(bits);
            case Generator.Normal(double mean, double deviation) ->
                mean + deviation * normal(bits, Counter.bits(key, 2 * position + 1));
            case Generator.Integers(long low, long high) -> between(bits, low, high);
            case Generator.Utf8() -> throw new IllegalArgumentException("text is drawn as bytes only");
            case Generator.IllConditioned() -> {
                double exponent = WIDEST_EXPONENT * (2 * Counter.unit(bits) - 1);
                yield (bits & 1) == 0 ? Math.exp(exponent * Math.log(2)) : -Math.exp(exponent * Math.log(2));
            }
        };
    }

    static long whole(Generator generator, long key, long position) {
        return generator instanceof Generator.Integers(long low, long high)
                ? between(Counter.bits(key, 2 * position), low, high)
                : Math.round(real(generator, key, position));
    }

    private static long between(long bits, long low, long high) {
        long range = high - low + 1;
        return range <= 0 ? bits : low + Math.unsignedMultiplyHigh(bits, range);
    }

    /** Box and Muller, 1958. */
    private static double normal(long first, long second) {
        return Math.sqrt(-2 * Math.log(1 - Counter.unit(first))) * Math.cos(2 * Math.PI * Counter.unit(second));
    }
}
