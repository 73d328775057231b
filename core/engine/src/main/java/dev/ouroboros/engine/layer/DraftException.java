package dev.ouroboros.engine.layer;

/** No task can be made of a user's file; the message says why, where, and how to go on. */
public final class DraftException extends Exception {
    private static final long serialVersionUID = 1L;

    public DraftException(String message) {
        super(message);
    }
}
