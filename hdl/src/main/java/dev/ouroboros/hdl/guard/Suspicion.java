package dev.ouroboros.hdl.guard;

/** Something that a design has no honest use for. */
public final class Suspicion extends Exception {
    private static final long serialVersionUID = 1L;

    Suspicion(String file, int line, String what) {
        super(file + ":" + line + ": refused: " + what);
    }
}
