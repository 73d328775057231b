package dev.ouroboros.engine.measure;

/** What was measured gives no objective that could be compared. The message says why. */
public final class NoObjectiveException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoObjectiveException(String message) {
        super(message);
    }

    NoObjectiveException(String message, Throwable cause) {
        super(message, cause);
    }
}
