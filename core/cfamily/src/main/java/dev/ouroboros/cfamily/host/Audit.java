package dev.ouroboros.cfamily.host;

import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/**
 * Which launches of a batch are compared in full; all others are at secret positions.
 *
 * @param place of a secret launch in the batch, in [0, 1); not a number if there is none
 */
public record Audit(boolean first, boolean last, double place) {
    static final Audit NONE = new Audit(false, false, Double.NaN);
    public static final Audit FIRST = new Audit(true, false, Double.NaN);

    /** One launch that nobody can foresee. */
    static Audit secret(RandomGenerator secret) {
        return new Audit(false, false, secret.nextDouble());
    }

    /** Returns the numbers of the launches, from 0, in a batch of so many. */
    Set<Integer> among(int launches) {
        Set<Integer> chosen = new TreeSet<>();
        if (first) {
            chosen.add(0);
        }
        if (last) {
            chosen.add(launches - 1);
        }
        if (!Double.isNaN(place)) {
            chosen.add((int) (place * launches));
        }
        return chosen;
    }
}
