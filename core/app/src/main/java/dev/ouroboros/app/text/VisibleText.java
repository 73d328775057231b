package dev.ouroboros.app.text;

import java.util.HexFormat;

/**
 * Text from anywhere, made safe to show: control characters, which command a terminal, and those that reorder text
 * (Boucher and Anderson, "Trojan Source", 2021) become their code point in brackets. Line breaks and tabs stay.
 */
public final class VisibleText {
    private VisibleText() {}

    /** Returns {@code text} with nothing hidden in it. */
    public static String of(String text) {
        var visible = new StringBuilder(text.length());
        text.codePoints().filter(point -> point != '\r').forEach(point -> {
            if (deceives(point)) {
                visible.append('⟨')
                        .append(HexFormat.of().withUpperCase().toHexDigits((char) point))
                        .append('⟩');
            } else {
                visible.appendCodePoint(point);
            }
        });
        return visible.toString();
    }

    /** Returns {@code text} as {@link #of} does, in one line of at most {@code length} characters. */
    public static String line(String text, int length) {
        var line = of(text).strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= length
                ? line
                : line.substring(0, line.offsetByCodePoints(0, length - 1)) + "…";
    }

    private static boolean deceives(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL -> point != '\n' && point != '\t';
            case Character.SURROGATE -> true;
            case Character.FORMAT -> point <= Character.MAX_VALUE;
            default -> point == 0xFFFE || point == 0xFFFF;
        };
    }
}
