package dev.ouroboros.engine.arena;

import java.util.Arrays;
import java.util.Locale;

/** What became of a configuration, in the words of the FAIR schema. */
public enum Invalidity {
    CORRECT,
    COMPILE,
    RUNTIME,
    TIMEOUT,
    CORRECTNESS;

    /** Returns the word for it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns what a word means; a word that is none of these tells a failure all the same, and is {@link #RUNTIME}. */
    static Invalidity named(String label) {
        return Arrays.stream(values())
                .filter(invalidity -> invalidity.label().equals(label))
                .findFirst()
                .orElse(RUNTIME);
    }
}
