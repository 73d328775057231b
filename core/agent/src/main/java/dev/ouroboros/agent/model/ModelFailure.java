package dev.ouroboros.agent.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A model did not answer. The message says what happened in words; it never holds a key. */
public final class ModelFailure extends Exception {
    private static final long serialVersionUID = 1L;

    /** What happened, by what can be done about it. */
    public enum Kind {
        /** It is overloaded or we ask too often: wait. */
        BUSY,
        /** Nobody answers, or the connection broke: try again. */
        UNREACHABLE,
        /** It took too long. */
        TIMEOUT,
        /** What came back cannot be read. */
        GARBLED,
        /** It does not want this question from us: a wrong key, an unknown model. Asking again is no use. */
        REFUSED
    }

    private final Kind kind;
    private final transient @Nullable Duration retryAfter;
    private final int received;

    /**
     * @param retryAfter how long the server asks us to wait; null if it does not say
     * @param received characters of an answer that had come before it broke off
     */
    public ModelFailure(Kind kind, String message, @Nullable Duration retryAfter, int received) {
        super(message);
        this.kind = kind;
        this.retryAfter = retryAfter;
        this.received = received;
    }

    public Kind kind() {
        return kind;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    public int received() {
        return received;
    }
}
