package dev.ouroboros.engine.run;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Names of runs: the task, when it began, and three random digits in case two begin in one second. */
final class RunNames {
    private static final SecureRandom RANDOM = new SecureRandom();

    private RunNames() {}

    static String next(String task, Instant at) {
        var word = task.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        var when =
                DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).format(at.atZone(ZoneId.systemDefault()));
        return word + "-" + when + "-" + String.format(Locale.ROOT, "%03x", RANDOM.nextInt(0x1000));
    }
}
