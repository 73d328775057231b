package dev.ouroboros.app.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who proposes, as {@code --proposer} names it. */
enum Who {
    SEARCH,
    LLM,
    MIXED,
    EXTERNAL;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns who is named, or null if nobody is. */
    static @Nullable Who named(String label) {
        for (var who : values()) {
            if (who.label().equals(label)) {
                return who;
            }
        }
        return null;
    }
}
