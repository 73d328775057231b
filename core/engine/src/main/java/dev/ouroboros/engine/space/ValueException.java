package dev.ouroboros.engine.space;

/** An operation without a value, for example a division by zero; the node that ran it adds where it stands. */
final class ValueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ValueException(String message) {
        super(message, null, false, false);
    }
}
