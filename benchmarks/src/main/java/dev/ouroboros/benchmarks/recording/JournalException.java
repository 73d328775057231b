package dev.ouroboros.benchmarks.recording;

/** A journal that cannot be gone on with; the message says which, and what to do. */
public final class JournalException extends Exception {
    private static final long serialVersionUID = 1L;

    JournalException(String message) {
        super(message);
    }

    JournalException(String message, Throwable cause) {
        super(message, cause);
    }
}
