package dev.ouroboros.app.report;

import java.util.HexFormat;

/**
 * Makes text from anywhere harmless in HTML, between tags and within quoted attributes. Control characters and those
 * that reorder text (Boucher and Anderson, "Trojan Source", 2021) are shown by their code point.
 */
final class Escape {
    private Escape() {}

    static String html(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                case '`' -> escaped.append("&#96;");
                case '\n', '\t' -> escaped.append((char) point);
                case '\r' -> {}
                default -> {
                    if (deceives(point)) {
                        escaped.append("⟨")
                                .append(HexFormat.of().withUpperCase().toHexDigits((char) point))
                                .append("⟩");
                    } else {
                        escaped.appendCodePoint(point);
                    }
                }
            }
        });
        return escaped.toString();
    }

    private static boolean deceives(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE -> true;
            case Character.FORMAT -> point <= Character.MAX_VALUE;
            default -> point == 0xFFFE || point == 0xFFFF;
        };
    }
}
