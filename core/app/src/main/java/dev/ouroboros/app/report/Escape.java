package dev.ouroboros.app.report;

import dev.ouroboros.app.text.VisibleText;

/** Makes text from anywhere harmless in HTML, between tags and within quoted attributes. */
final class Escape {
    private Escape() {}

    static String html(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        VisibleText.of(text).codePoints().forEach(point -> {
            switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                case '`' -> escaped.append("&#96;");
                default -> escaped.appendCodePoint(point);
            }
        });
        return escaped.toString();
    }
}
