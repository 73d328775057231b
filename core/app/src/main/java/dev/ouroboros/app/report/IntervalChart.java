package dev.ouroboros.app.report;

import static dev.ouroboros.app.report.Chart.label;
import static dev.ouroboros.app.report.Chart.line;
import static dev.ouroboros.app.report.Tag.tag;

import dev.ouroboros.app.delta.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Differences with their intervals, one below the other on one scale, with a line where there is none. */
final class IntervalChart {
    private static final int ROW = 34;
    private static final double BELOW = 26;

    private IntervalChart() {}

    /**
     * One difference.
     *
     * @param tip what it means
     */
    record Row(String name, Interval interval, String colour, String tip) {}

    static Markup of(String chart, String what, List<Row> rows) {
        int height = rows.size() * ROW + (int) BELOW;
        return Chart.responsive(chart, what, Chart.WIDE, height, width -> draw(rows, width, height));
    }

    private static Markup draw(List<Row> rows, int width, int height) {
        boolean wide = width > Chart.HALF;
        double names = wide ? 190 : 104;
        double values = wide ? 190 : 62;
        double least =
                rows.stream().mapToDouble(row -> row.interval().low()).min().orElse(0);
        double most =
                rows.stream().mapToDouble(row -> row.interval().high()).max().orElse(0);
        double room = Math.max(1e-4, 0.06 * (Math.max(most, 0) - Math.min(least, 0)));
        var across = Scale.linear(Math.min(least, 0) - room, Math.max(most, 0) + room, names, width - values);
        var pieces = new ArrayList<Markup>();
        for (var tick : across.ticks(wide ? 6 : 3)) {
            double x = across.at(tick.value());
            pieces.add(line("grid", x, 0, x, height - BELOW));
            pieces.add(label("tick", "middle", x, height - 8.0, tick.label()));
        }
        pieces.add(line("baseline", across.at(0), 0, across.at(0), height - BELOW));
        for (int i = 0; i < rows.size(); i++) {
            pieces.add(row(rows.get(i), ROW * (i + 0.5), across, names, width - values, wide));
        }
        return Markup.join(pieces);
    }

    private static Markup row(Row row, double y, Scale across, double names, double end, boolean wide) {
        var interval = row.interval();
        var style = "stroke: " + row.colour() + "; stroke-width: 2.5px";
        double low = across.at(interval.low());
        double high = across.at(interval.high());
        var value = String.format(Locale.ROOT, "%+.4f", interval.delta());
        return Markup.join(
                label("bar-name", "end", names - 10, y + 4.5, row.name()),
                stroke(style, low, y, high, y),
                stroke(style, low, y - 5, low, y + 5),
                stroke(style, high, y - 5, high, y + 5),
                tag("circle", "cx", across.at(interval.delta()), "cy", y, "r", 4.5, "style", "fill: " + row.colour())
                        .alone(),
                label(
                        "bar-value",
                        "start",
                        end + 10,
                        y + 4.5,
                        wide
                                ? value
                                        + String.format(
                                                Locale.ROOT, " (%+.3f … %+.3f)", interval.low(), interval.high())
                                : value),
                tag(
                                "rect",
                                "class",
                                "hit",
                                "x",
                                0,
                                "y",
                                y - ROW / 2.0,
                                "width",
                                end,
                                "height",
                                ROW,
                                "data-tip",
                                row.tip())
                        .alone());
    }

    private static Markup stroke(String style, double x1, double y1, double x2, double y2) {
        return tag("line", "style", style, "x1", x1, "y1", y1, "x2", x2, "y2", y2)
                .alone();
    }
}
