package dev.ouroboros.app.mcp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Lines of standard input, none of them longer than we are willing to hold. One thread. */
final class Lines {
    /** A message may carry a few whole files, not a disk. */
    static final int LONGEST = 8 << 20;

    private final BufferedReader in;

    Lines(InputStream in) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    /** One line: its text, or null in place of the text if it was too long. */
    record Line(@Nullable String text) {}

    /** Returns the next line, or null at the end. */
    @Nullable
    Line next() throws IOException {
        var text = new StringBuilder();
        boolean any = false;
        for (int c = in.read(); c >= 0; c = in.read()) {
            any = true;
            if (c == '\n') {
                return line(text);
            }
            if (text.length() <= LONGEST) {
                text.append((char) c);
            }
        }
        return any ? line(text) : null;
    }

    private static Line line(StringBuilder text) {
        return new Line(text.length() > LONGEST ? null : text.toString());
    }
}
