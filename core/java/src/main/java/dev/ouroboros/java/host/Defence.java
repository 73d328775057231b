package dev.ouroboros.java.host;

import java.util.Set;

/**
 * What stands between an attack and a fake acceptance. All of it is always on; tests take one away to show that the attack
 * it stops is a real one.
 */
public enum Defence {
    /** The guard reads class files. */
    GUARD,
    /** Arguments are drawn anew for every launch. */
    FRESH_INPUTS,
    /** What becomes of arguments is compared too. */
    KEPT_INPUTS,
    /** What is timed is checked too. */
    JUDGED_TIMING,
    /** A search sees spaces whose axes and values were shuffled in secret. */
    VEILED_SPACES,
    /** Secret plays of a search are played once more by one that remembers nothing. */
    REPLAYED_PLAYS;

    /** As it always is. */
    public static final Set<Defence> ALL = Set.of(values());
}
