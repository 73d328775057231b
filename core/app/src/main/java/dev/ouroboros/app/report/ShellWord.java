package dev.ouroboros.app.report;

import java.util.regex.Pattern;

/** A word for a POSIX shell (IEEE Std 1003.1, section 2.2), so that no name can become a command when copied. */
final class ShellWord {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+=,-]+");

    private ShellWord() {}

    static String of(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
