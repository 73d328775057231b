package dev.ouroboros.cfamily.data;

/**
 * Random bits as a function of a key and a position, so that arrays can be filled in any order and by several threads:
 * SplitMix64's finalizer (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014). Not
 * cryptographic; its keys come from a secret that is.
 */
final class Counter {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Counter() {}

    static long bits(long key, long position) {
        long z = key + position * GOLDEN;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Returns a number in [0, 1) of 53 random bits. */
    static double unit(long bits) {
        return (bits >>> 11) * 0x1.0p-53;
    }
}
