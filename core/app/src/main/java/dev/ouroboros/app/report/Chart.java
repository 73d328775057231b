package dev.ouroboros.app.report;

import static dev.ouroboros.app.report.Tag.tag;

import java.util.function.IntFunction;

/** Draws each chart for a screen and again for a phone, so that its text is readable on both; style shows one. */
final class Chart {
    static final int WIDE = 920;
    static final int HALF = 520;
    static final int NARROW = 340;

    private Chart() {}

    /**
     * Returns both drawings.
     *
     * @param name what it is, for tests and styles
     * @param label what it shows, for who cannot see it
     * @param draw its content at a width in pixels
     */
    static Markup responsive(String name, String label, int wide, int height, IntFunction<Markup> draw) {
        return tag("div", "class", "chart", "data-chart", name)
                .holding(
                        svg("wide", label, wide, height, draw.apply(wide)),
                        svg("narrow", label, NARROW, height, draw.apply(NARROW)));
    }

    private static Markup svg(String style, String label, int width, int height, Markup content) {
        return tag(
                        "svg",
                        "class",
                        style,
                        "viewBox",
                        "0 0 " + width + " " + height,
                        "role",
                        "img",
                        "aria-label",
                        label,
                        "style",
                        "max-width:" + width + "px")
                .holding(content);
    }

    /** Returns a straight line. */
    static Markup line(String style, double x1, double y1, double x2, double y2) {
        return tag("line", "class", style, "x1", x1, "y1", y1, "x2", x2, "y2", y2)
                .alone();
    }

    /**
     * Returns words at a place.
     *
     * @param anchor {@code start}, {@code middle} or {@code end}
     */
    static Markup label(String style, String anchor, double x, double y, String text) {
        return tag("text", "class", style, "text-anchor", anchor, "x", x, "y", y)
                .text(text);
    }
}
