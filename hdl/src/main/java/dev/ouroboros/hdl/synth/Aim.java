package dev.ouroboros.hdl.synth;

import dev.ouroboros.engine.task.Part;

/** What makes one recipe better than another. */
public enum Aim {
    SMALL,
    FAST;

    /** The metric of a clock's highest frequency. */
    public static final String FMAX = "fmax";

    /** Returns what a part's task asks for. */
    public static Aim of(Part part) {
        return part.isDecidedBy(FMAX) ? FAST : SMALL;
    }
}
