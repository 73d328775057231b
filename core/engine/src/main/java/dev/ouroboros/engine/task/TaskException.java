package dev.ouroboros.engine.task;

/** A mistake in a task: where it is, what was found, what was expected, and often how to mend it. */
public final class TaskException extends Exception {
    private static final long serialVersionUID = 1L;

    public TaskException(String message) {
        super(message);
    }

    public TaskException(String message, Throwable cause) {
        super(message, cause);
    }
}
