package dev.ouroboros.cfamily.host;

import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/**
 * The audits of a block: its first launch, the last one of a block of the usual length, and a secret launch in each of
 * these two pairs and of three secret ones between. A block that goes on has one more in every ten pairs.
 */
record Audits(Set<Integer> pairs) {
    private static final int USUAL_PAIRS = 50;
    private static final int SECRET_PAIRS = 3;
    private static final int EVERY = 10;

    Audits {
        pairs = Set.copyOf(pairs);
    }

    static Audits draw(RandomGenerator secret) {
        Set<Integer> pairs = new TreeSet<>(Set.of(0, USUAL_PAIRS - 1));
        while (pairs.size() < 2 + SECRET_PAIRS) {
            pairs.add(secret.nextInt(1, USUAL_PAIRS - 1));
        }
        return new Audits(pairs);
    }

    /** Returns the audit of the pair of that number, from 0. */
    Audit of(int pair, RandomGenerator secret) {
        boolean some = pair < USUAL_PAIRS ? pairs.contains(pair) : (pair + 1) % EVERY == 0;
        return some ? new Audit(pair == 0, pair == USUAL_PAIRS - 1, secret.nextDouble()) : Audit.NONE;
    }
}
