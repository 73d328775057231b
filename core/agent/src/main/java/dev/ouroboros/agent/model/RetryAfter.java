package dev.ouroboros.agent.model;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** The header {@code Retry-After} (RFC 9110, 10.2.3): seconds, or a date. */
final class RetryAfter {
    private RetryAfter() {}

    /** Returns how long to wait, or null if the header is missing or says something else. */
    static @Nullable Duration of(@Nullable String header, InstantSource clock) {
        if (header == null) {
            return null;
        }
        var text = header.strip();
        if (text.matches("\\d{1,6}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        try {
            var until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            var wait = Duration.between(clock.instant(), until);
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeParseException _) {
            return null;
        }
    }
}
