package dev.ouroboros.engine.archive;

/** The workspace cannot be read or written: a full disk, missing rights, a broken file. The message says what to do. */
public final class ArchiveException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ArchiveException(String message, Throwable cause) {
        super(message, cause);
    }

    public ArchiveException(String message) {
        super(message);
    }
}
