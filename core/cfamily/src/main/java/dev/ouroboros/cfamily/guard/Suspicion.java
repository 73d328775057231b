package dev.ouroboros.cfamily.guard;

/** Something that a kernel has no honest use for. */
public final class Suspicion extends Exception {
    private static final long serialVersionUID = 1L;

    public Suspicion(String file, int line, String what) {
        super(file + ":" + line + ": refused: " + what);
    }
}
