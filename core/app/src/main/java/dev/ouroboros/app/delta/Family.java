package dev.ouroboros.app.delta;

import java.util.Locale;
import java.util.Set;

/** Which of the recorded spaces that come with the program. A space belongs to one family for good. */
public enum Family {
    /** No proposer and no selection learns what is scored on these. */
    HELD_OUT,

    /** An evolution may select by these. */
    SEEN;

    private static final Set<String> SEEN_SPACES = Set.of("gemm", "softmax", "transpose");

    /** Returns the word for it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns whether a space of that name belongs to it; one that nobody named is held out. */
    public boolean holds(String space) {
        return SEEN_SPACES.contains(space) == (this == SEEN);
    }
}
