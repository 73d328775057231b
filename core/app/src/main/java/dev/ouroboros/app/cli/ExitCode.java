package dev.ouroboros.app.cli;

/** What scripts rely on. */
public final class ExitCode {
    /** Done. */
    public static final int DONE = 0;
    /** Wrong use, a bad task, or a run that does not check out. */
    public static final int WRONG_USE = 2;
    /** A tool or device is missing. */
    public static final int MISSING = 3;
    /** The guard halted the run. */
    public static final int HALTED = 4;
    /** Interrupted; the run can be resumed. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
