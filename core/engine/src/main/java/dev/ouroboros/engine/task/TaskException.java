package dev.ouroboros.engine.task;

/** A mistake in a task: where it is, what was found, and what was expected. */
public final class TaskException extends Exception {
    private static final long serialVersionUID = 1L;

    public TaskException(String message) {
        super(message);
    }
}
