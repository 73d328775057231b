package dev.ouroboros.cfamily.guard;

import java.util.Arrays;

/**
 * Source with its continued lines joined.
 *
 * @param lines for each character of the text the line of the source it comes from, and one more at the end
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Splice(String text, int[] lines) {

    /** As clang does: a backslash also continues the line when white space follows it. */
    static Splice of(String source) {
        var text = new StringBuilder(source.length());
        int[] lines = new int[source.length() + 1];
        int line = 1;
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            int next = c == '\\' ? lineEnd(source, i + 1) : -1;
            if (next >= 0) {
                line++;
                i = next;
                continue;
            }
            lines[text.length()] = line;
            text.append(c == '\r' ? lineBreak(source, i) : c);
            if (text.charAt(text.length() - 1) == '\n') {
                line++;
            }
        }
        lines[text.length()] = line;
        return new Splice(text.toString(), Arrays.copyOf(lines, text.length() + 1));
    }

    /** A carriage return alone ends a line too; before a line feed it is white space. */
    private static char lineBreak(String source, int i) {
        return i + 1 < source.length() && source.charAt(i + 1) == '\n' ? ' ' : '\n';
    }

    /** Returns where the line ends if only white space comes before, else -1. */
    private static int lineEnd(String source, int from) {
        for (int i = from; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '\n') {
                return i;
            }
            if (c == '\r') {
                return i + 1 < source.length() && source.charAt(i + 1) == '\n' ? i + 1 : i;
            }
            if (c != ' ' && c != '\t' && c != '\f' && c != '\u000B' && c != 0) {
                return -1;
            }
        }
        return -1;
    }
}
