package dev.ouroboros.agent.model;

/** A stream ended before the answer was whole. */
final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int received;

    /** @param received characters of the answer so far */
    Broken(Throwable cause, int received) {
        super(cause);
        this.received = received;
    }

    int received() {
        return received;
    }
}
