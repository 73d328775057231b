package dev.ouroboros.app.delta.player;

import java.util.Locale;

/** How a version is played: as it is, or changed in a way whose effect is known, as a control. */
public enum Disguise {
    /** As it is. */
    NONE,

    /** The placebo: one random number is thrown away before each choice, which shifts the stream and nothing else. */
    SHIFTED,

    /** Known to be worse: its trials are charged twice what they cost, so it takes twice the time to come as far. */
    SLOWED;

    /** Returns the word for it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the share of its cost that a trial is charged. */
    public double charge() {
        return this == SLOWED ? 2 : 1;
    }
}
