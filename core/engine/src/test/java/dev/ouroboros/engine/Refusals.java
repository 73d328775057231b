package dev.ouroboros.engine;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import org.junit.jupiter.api.function.Executable;

/** What a call that must be refused says. */
public final class Refusals {
    private Refusals() {}

    /** Returns the message with which {@code call} fails. */
    public static <E extends Exception> String messageOf(Class<E> type, Executable call) {
        return Objects.requireNonNull(assertThrows(type, call).getMessage(), "the refusal says nothing");
    }

    /** Checks that {@code call} fails and that what it says holds {@code expected}. */
    public static <E extends Exception> void assertRefused(Class<E> type, String expected, Executable call) {
        var message = messageOf(type, call);
        assertTrue(message.contains(expected), message);
    }
}
