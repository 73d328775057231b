package dev.ouroboros.cfamily.host;

import java.util.Set;

/**
 * What stands between an attack and a fake acceptance. All of it is always on; tests take one away to show that the attack
 * it stops is a real one.
 */
public enum Defence {
    /** Machine code may ask nothing of its process. */
    IMPORTS,
    /** Outputs hold poison before a launch. */
    POISON,
    /** Inputs are drawn anew for every launch. */
    FRESH_INPUTS,
    /** Inputs must be as they were. */
    KEPT_INPUTS,
    /** What is timed is checked too. */
    JUDGED_TIMING;

    /** As it always is. */
    public static final Set<Defence> ALL = Set.of(values());
}
