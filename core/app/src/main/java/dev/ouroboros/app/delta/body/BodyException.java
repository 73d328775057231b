package dev.ouroboros.app.delta.body;

/** A body that cannot be played; the message is one line or a few. */
public final class BodyException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Fault fault;

    /** What is wrong with it. */
    public enum Fault {
        /** It does not compile, or has not the class that is played. */
        BUILD,

        /** It failed, or chose what there is not. */
        INCORRECT,

        /** It does not come to an end. */
        TIMEOUT
    }

    BodyException(Fault fault, String message) {
        super(message);
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}
