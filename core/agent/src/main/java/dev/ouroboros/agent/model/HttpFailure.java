package dev.ouroboros.agent.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Carries what langchain4j's own exceptions have no place for through its code. */
final class HttpFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ModelFailure.Kind kind;
    private final transient @Nullable Duration retryAfter;

    HttpFailure(ModelFailure.Kind kind, String message, @Nullable Duration retryAfter) {
        super(message);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    ModelFailure.Kind kind() {
        return kind;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }

    /** An interrupt on its way through code that cannot declare one. */
    static final class Interrupted extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
