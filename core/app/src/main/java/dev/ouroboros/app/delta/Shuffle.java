package dev.ouroboros.app.delta;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Random orders (Fisher and Yates). */
final class Shuffle {
    private Shuffle() {}

    /** Returns the numbers from 0 to {@code size} - 1 in random order. */
    static int[] of(int size, SplittableRandom random) {
        int[] order = IntStream.range(0, size).toArray();
        for (int i = size - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int held = order[i];
            order[i] = order[other];
            order[other] = held;
        }
        return order;
    }
}
