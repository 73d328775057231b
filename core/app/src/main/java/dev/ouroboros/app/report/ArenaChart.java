package dev.ouroboros.app.report;

import static dev.ouroboros.app.report.Chart.label;
import static dev.ouroboros.app.report.Chart.line;
import static dev.ouroboros.app.report.Tag.number;
import static dev.ouroboros.app.report.Tag.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How far each strategy is ahead of random search, by the share of the time that has passed. */
final class ArenaChart {
    private static final int HEIGHT = 300;
    private static final double TOP = 14;
    private static final double LEFT = 44;
    private static final double BELOW = 30;

    /** What lies farther below random search is drawn here, lest it squeeze all else. */
    private static final double LOWEST = -1;

    private static final List<String> COLOURS =
            List.of("accent", "credit-parameters", "credit-recipe", "credit-llm", "credit-external", "soft");

    private ArenaChart() {}

    static Markup of(String space, Map<String, List<Double>> curves) {
        return Chart.responsive(
                "arena",
                "Way ahead of random search on " + space + " by time",
                Chart.WIDE,
                HEIGHT,
                width -> draw(curves, width));
    }

    /** Returns the colour of the strategy of that number. */
    static String colour(int number) {
        return "var(--" + COLOURS.get(number % COLOURS.size()) + ")";
    }

    private static Markup draw(Map<String, List<Double>> curves, int width) {
        double right = width - 14.0;
        var across = Scale.linear(0, 100, LEFT, right);
        var up = Scale.linear(LOWEST, 1, HEIGHT - BELOW, TOP);
        var pieces = new ArrayList<Markup>();
        for (var tick : up.ticks(4)) {
            pieces.add(line("grid", LEFT, up.at(tick.value()), right, up.at(tick.value())));
            pieces.add(label("tick", "end", LEFT - 7, up.at(tick.value()) + 4, tick.label()));
        }
        pieces.add(line("baseline", LEFT, up.at(0), right, up.at(0)));
        for (var tick : across.ticks(5)) {
            pieces.add(label("tick", "middle", across.at(tick.value()), HEIGHT - 12.0, tick.label() + " %"));
        }
        int strategy = 0;
        for (var curve : curves.entrySet()) {
            pieces.add(tag(
                            "path",
                            "d",
                            path(curve.getValue(), across, up),
                            "style",
                            "fill: none; stroke-width: 2px; stroke: " + colour(strategy),
                            "data-tip",
                            curve.getKey())
                    .alone());
            strategy++;
        }
        return Markup.join(pieces);
    }

    private static String path(List<Double> curve, Scale across, Scale up) {
        var path = new StringBuilder();
        for (int i = 0; i < curve.size(); i++) {
            path.append(i == 0 ? 'M' : 'L')
                    .append(number(across.at(100.0 * i / (curve.size() - 1))))
                    .append(' ')
                    .append(number(up.at(curve.get(i))));
        }
        return path.toString();
    }
}
