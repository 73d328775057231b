package dev.ouroboros.app.external;

/** What somebody outside wrote or asked for cannot be used; the message says why, what was expected, and what to do. */
public final class Complaint extends Exception {
    private static final long serialVersionUID = 1L;

    public Complaint(String message) {
        super(message);
    }
}
