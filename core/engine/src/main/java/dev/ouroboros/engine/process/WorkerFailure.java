package dev.ouroboros.engine.process;

import org.jspecify.annotations.Nullable;

/** A worker gave no valid answer. It is dead, with all it started, when this is thrown. */
public final class WorkerFailure extends Exception {
    /** Whose fault: of all four, the candidate's, as far as the parent can tell. */
    public enum Reason {
        /** It ended without an answer, by a signal or by an exit code, 0 included. */
        CRASHED,
        /** No answer in time. */
        TIMED_OUT,
        /** Killed for its memory or its number of processes, or ended by Java's own OutOfMemoryError. */
        OUT_OF_MEMORY,
        /** It sent something that is no frame, too large, not asked for, or the answer to another question. */
        PROTOCOL
    }

    private final Reason reason;
    private final @Nullable Integer exit;
    private final String stderr;

    WorkerFailure(Reason reason, String detail, @Nullable Integer exit, String stderr) {
        super(reason + ": " + detail + (stderr.isBlank() ? "" : "\n" + stderr.strip()));
        this.reason = reason;
        this.exit = exit;
        this.stderr = stderr;
    }

    public Reason reason() {
        return reason;
    }

    /** The exit code it chose, or 128 + n for signal n; null when the parent ended it. */
    public @Nullable Integer exit() {
        return exit;
    }

    /** The end of its standard error. Not trusted text. */
    public String stderr() {
        return stderr;
    }
}
