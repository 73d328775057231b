package dev.ouroboros.kernels.host;

import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/**
 * Which pairs of a block are compared in full: the first, the last of the usual length and three secret ones between; all
 * others at secret positions. A block that goes on is compared in full once in every ten pairs more.
 */
record Audit(Set<Integer> pairs) {
    private static final int USUAL_PAIRS = 50;
    private static final int SECRET_PAIRS = 3;
    private static final int EVERY = 10;

    Audit {
        pairs = Set.copyOf(pairs);
    }

    static Audit draw(RandomGenerator secret) {
        Set<Integer> pairs = new TreeSet<>(Set.of(0, USUAL_PAIRS - 1));
        while (pairs.size() < 2 + SECRET_PAIRS) {
            pairs.add(secret.nextInt(1, USUAL_PAIRS - 1));
        }
        return new Audit(pairs);
    }

    /** Returns whether the pair of that number, from 0, is compared in full. */
    boolean inFull(int pair) {
        return pair < USUAL_PAIRS ? pairs.contains(pair) : (pair + 1) % EVERY == 0;
    }
}
