package dev.ouroboros.benchmarks;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Random;

/** Matrices in single precision outside of the heap. */
final class Matrices {
    private static final ValueLayout.OfFloat REAL = ValueLayout.JAVA_FLOAT;
    private static final long PAGE = 4096;

    private Matrices() {}

    /** Returns so many elements from -1 to 1. */
    static MemorySegment random(Arena arena, int length, Random random) {
        var matrix = arena.allocate((long) length * Float.BYTES, PAGE);
        for (int i = 0; i < length; i++) {
            matrix.setAtIndex(REAL, i, random.nextFloat() * 2 - 1);
        }
        return matrix;
    }

    /** Throws unless a candidate and OpenBLAS give the same, up to the rounding of sums of k products. */
    static void agree(MemorySegment candidate, MemorySegment openBlas, int k) {
        for (long i = 0; i < candidate.byteSize() / Float.BYTES; i++) {
            double difference = candidate.getAtIndex(REAL, i) - openBlas.getAtIndex(REAL, i);
            if (!(Math.abs(difference) <= 1e-5 * k)) {
                throw new IllegalStateException("candidate and OpenBLAS differ by " + difference + " at " + i);
            }
        }
    }
}
