package dev.ouroboros.app.delta;

/** Two versions cannot be compared; the message says why and how to go on. */
public final class DeltaException extends Exception {
    private static final long serialVersionUID = 1L;

    public DeltaException(String message) {
        super(message);
    }
}
