package dev.ouroboros.hdl.task;

/** What a design is made for: it decides how the design is synthesized, and what is counted. */
public sealed interface Device permits Ice40, StandardCells {

    /** Returns the name that tasks use, for example {@code up5k}. */
    String label();
}
