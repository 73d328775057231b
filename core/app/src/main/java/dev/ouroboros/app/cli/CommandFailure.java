package dev.ouroboros.app.cli;

/** A command that cannot do what it was asked to; the message says why and how to go on. */
public final class CommandFailure extends Exception {
    private static final long serialVersionUID = 1L;
    private final int exitCode;

    CommandFailure(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** Returns the exit code of the process. */
    int exitCode() {
        return exitCode;
    }
}
