package dev.ouroboros.app.report;

import static dev.ouroboros.app.report.Chart.label;
import static dev.ouroboros.app.report.Tag.tag;

import java.util.ArrayList;
import java.util.List;

/** Horizontal bars with their names before and their values behind. */
final class Bars {
    private static final int ROW = 30;
    private static final double THICK = 16;

    private Bars() {}

    /**
     * One bar.
     *
     * @param size its length, at least 0
     * @param value what stands behind it
     * @param colour of {@link Palette}
     */
    record Bar(String name, double size, String value, String colour) {}

    static Markup of(String chart, String label, List<Bar> bars) {
        return Chart.responsive(chart, label, Chart.WIDE, bars.size() * ROW + 4, width -> draw(bars, width));
    }

    private static Markup draw(List<Bar> bars, int width) {
        double names = width > Chart.HALF ? 150 : 104;
        double values = width > Chart.HALF ? 130 : 92;
        double most = bars.stream().mapToDouble(Bar::size).max().orElse(1);
        var across = Scale.linear(0, most > 0 ? most : 1, names, width - values);
        var pieces = new ArrayList<Markup>();
        for (int i = 0; i < bars.size(); i++) {
            var bar = bars.get(i);
            double middle = ROW * (i + 0.5);
            double length = across.at(bar.size()) - names;
            pieces.add(label("bar-name", "end", names - 10, middle + 4.5, bar.name()));
            pieces.add(tag(
                            "rect",
                            "class",
                            bar.size() > 0 ? "mark bar" : "bar none",
                            "x",
                            names,
                            "y",
                            middle - THICK / 2,
                            "width",
                            bar.size() > 0 ? Math.max(2, length) : 1.5,
                            "height",
                            THICK,
                            "rx",
                            2.5,
                            "style",
                            "fill:" + bar.colour())
                    .alone());
            pieces.add(label("bar-value", "start", names + Math.max(2, length) + 8, middle + 4.5, bar.value()));
        }
        return Markup.join(pieces);
    }
}
