package dev.ouroboros.app.report;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A piece of HTML or SVG that is safe to put anywhere between tags. Text becomes a piece only by being escaped; what the
 * program itself wrote is the one exception.
 */
record Markup(String html) {
    static final Markup NOTHING = new Markup("");

    /** Returns {@code text} escaped, with characters that could deceive a reader made visible. */
    static Markup text(String text) {
        return new Markup(Escape.html(text));
    }

    /** Returns pieces one after the other. */
    static Markup join(List<Markup> pieces) {
        return new Markup(pieces.stream().map(Markup::html).collect(Collectors.joining()));
    }

    /** Returns pieces one after the other. */
    static Markup join(Markup... pieces) {
        return join(List.of(pieces));
    }
}
