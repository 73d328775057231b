package dev.ouroboros.agent.prompt;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes text of candidates and tools harmless to show: without control sequences, with its length capped, and so marked
 * that nothing in it can pass for the end of the mark.
 */
final class Untrusted {
    /** ECMA-48 control sequences and operating-system commands, as terminals obey them. */
    private static final Pattern TERMINAL = Pattern.compile(
            "\u001b\\[[0-?]*[ -/]*[@-~]|\u001b\\][^\u0007\u001b]*(?:\u0007|\u001b\\\\)?|\u001b.?|\u009b");

    private static final int LINE = 400;

    private Untrusted() {}

    /** Returns the text without anything that is not seen: terminal codes, controls, zero-width and direction marks, tags. */
    static String visible(String text) {
        var kept = new StringBuilder();
        TERMINAL.matcher(text.replace("\r\n", "\n")).replaceAll("").codePoints().forEach(point -> {
            if (point == '\n' || point == '\t' || isSeen(point)) {
                kept.appendCodePoint(point);
            }
        });
        return kept.toString();
    }

    private static boolean isSeen(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** Returns what a tool said, at most {@code most} characters, each line behind a bar. */
    static String quoted(String text, int most) {
        return shortened(visible(text).strip(), most)
                .lines()
                .map(line -> "| " + (line.length() <= LINE ? line : line.substring(0, LINE) + "…"))
                .collect(Collectors.joining("\n"));
    }

    /** Returns one line of at most {@code most} characters. */
    static String line(String text, int most) {
        var line = visible(text).replace('\n', ' ').replace('\t', ' ').strip();
        return line.length() <= most ? line : line.substring(0, most) + "…";
    }

    /** Returns a text between lines that only we can write, since {@code nonce} is drawn anew for each prompt. */
    static String fenced(String text, String nonce) {
        var seen = visible(text);
        return "BEGIN " + nonce + "\n" + seen + (seen.endsWith("\n") ? "" : "\n") + "END " + nonce;
    }

    /** Keeps the beginning, where compilers put what matters, and some of the end. */
    static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int head = most * 3 / 4;
        return text.substring(0, head) + "\n… (" + (text.length() - most) + " characters left out)\n"
                + text.substring(text.length() - (most - head));
    }
}
