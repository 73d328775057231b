package dev.ouroboros.engine.task;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times as people write them: {@code 90s}, {@code 10m}, {@code 1h30m}. */
public final class Durations {
    private static final Pattern FORM = Pattern.compile("(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,6})s)?");

    private Durations() {}

    /**
     * Returns the duration of {@code text}.
     *
     * @throws IllegalArgumentException if it is not one, or is zero
     */
    public static Duration parse(String text) {
        var match = FORM.matcher(text);
        if (text.isEmpty() || !match.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a time; expected hours, minutes or seconds such as" + " 90s, 10m or 1h30m");
        }
        var duration = Duration.ofHours(count(match.group(1)))
                .plusMinutes(count(match.group(2)))
                .plusSeconds(count(match.group(3)));
        if (duration.isZero()) {
            throw new IllegalArgumentException("'" + text + "' is no time at all; expected at least 1s");
        }
        return duration;
    }

    private static long count(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
