package dev.ouroboros.engine.arena;

/** A file that is no recorded space; the message says where and what was expected. */
public final class RecordingException extends Exception {
    private static final long serialVersionUID = 1L;

    RecordingException(String message) {
        super(message);
    }

    RecordingException(String message, Throwable cause) {
        super(message, cause);
    }
}
