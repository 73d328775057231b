package dev.ouroboros.app.report;

import java.util.List;
import java.util.Locale;

/** An opening tag; what it holds makes it a {@link Markup}. */
record Tag(String opening, String name) {

    /**
     * Returns a tag.
     *
     * @param attributes names and values in turn; values are escaped, and doubles written with at most two decimals
     */
    static Tag tag(String name, Object... attributes) {
        var opening = new StringBuilder("<").append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            opening.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(value(attributes[i + 1]))
                    .append('"');
        }
        return new Tag(opening.toString(), name);
    }

    Markup holding(Markup... children) {
        return holding(List.of(children));
    }

    Markup holding(List<Markup> children) {
        return new Markup(opening + ">" + Markup.join(children).html() + "</" + name + ">");
    }

    Markup text(String text) {
        return holding(Markup.text(text));
    }

    /** Returns the element without an end tag, as void elements and shapes are written. */
    Markup alone() {
        return new Markup(opening + "/>");
    }

    /** Returns a coordinate with at most two decimals. */
    static String number(double value) {
        var text = String.format(Locale.ROOT, "%.2f", value);
        int end = text.length();
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
    }

    private static String value(Object value) {
        return value instanceof Double number ? number(number) : Escape.html(value.toString());
    }
}
