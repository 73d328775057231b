package dev.ouroboros.app.report;

import static dev.ouroboros.app.report.Chart.label;
import static dev.ouroboros.app.report.Chart.line;
import static dev.ouroboros.app.report.Tag.number;
import static dev.ouroboros.app.report.Tag.tag;

import dev.ouroboros.app.delta.Curve;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The gap to the best by time of all who played one task: the mean a line, the middle half of the plays a band. */
final class DeltaChart {
    private static final int HEIGHT = 280;
    private static final double TOP = 14;
    private static final double LEFT = 50;
    private static final double BELOW = 44;

    /** Those that matter are drawn last. */
    private static final List<String> BELOW_OTHERS = List.of("random", "greedy", "body", "a", "b");

    private static final Map<String, String> COLOURS = Map.of(
            "a", "credit-parameters",
            "b", "accent",
            "body", "credit-operators",
            "greedy", "credit-recipe",
            "random", "soft");

    private DeltaChart() {}

    static Markup of(String task, Map<String, Curve> curves) {
        return Chart.responsive(
                "delta", "Gap to the best on " + task + " by time", Chart.WIDE, HEIGHT, width -> draw(curves, width));
    }

    /** Returns the colour of who played. */
    static String colour(String who) {
        return "var(--" + COLOURS.getOrDefault(who, "soft") + ")";
    }

    /** Returns what a yardstick is called. */
    static String name(String who) {
        return who.equals("body") ? "the body unedited" : who + " search";
    }

    private static Markup draw(Map<String, Curve> curves, int width) {
        double right = width - 14.0;
        var across = Scale.linear(0, 100, LEFT, right);
        var up = Scale.linear(0, 1, HEIGHT - BELOW, TOP);
        var pieces = new ArrayList<Markup>();
        for (var tick : up.ticks(4)) {
            pieces.add(line("grid", LEFT, up.at(tick.value()), right, up.at(tick.value())));
            pieces.add(label("tick", "end", LEFT - 7, up.at(tick.value()) + 4, tick.label()));
        }
        for (var tick : across.ticks(5)) {
            pieces.add(label("tick", "middle", across.at(tick.value()), HEIGHT - BELOW + 18, tick.label() + " %"));
        }
        pieces.add(label("axis", "end", right, HEIGHT - 6.0, "share of the time"));
        pieces.add(label("axis", "start", LEFT, HEIGHT - 6.0, "↑ gap to the best"));
        var order = curves.entrySet().stream()
                .sorted(Comparator.comparingInt(curve -> BELOW_OTHERS.indexOf(curve.getKey())))
                .toList();
        order.stream()
                .filter(curve -> isVersion(curve.getKey()))
                .forEach(curve -> pieces.add(band(curve.getKey(), curve.getValue(), across, up)));
        order.forEach(curve -> pieces.add(mean(curve.getKey(), curve.getValue(), across, up)));
        return Markup.join(pieces);
    }

    private static boolean isVersion(String who) {
        return who.length() == 1;
    }

    private static Markup band(String who, Curve curve, Scale across, Scale up) {
        var there = points(curve.high(), across, up, i -> i);
        int last = curve.low().size() - 1;
        var back = points(curve.low(), across, up, i -> last - i);
        return tag(
                        "path",
                        "d",
                        "M" + String.join("L", there) + "L" + String.join("L", back) + "Z",
                        "style",
                        "stroke: none; fill: " + colour(who) + "; opacity: 0.13")
                .alone();
    }

    private static Markup mean(String who, Curve curve, Scale across, Scale up) {
        return tag(
                        "path",
                        "d",
                        "M" + String.join("L", points(curve.mean(), across, up, i -> i)),
                        "style",
                        "fill: none; stroke-width: " + (isVersion(who) ? "2.4" : "1.5") + "px; stroke: " + colour(who)
                                + (who.equals("random") ? "; stroke-dasharray: 4 4" : ""),
                        "data-tip",
                        isVersion(who) ? "version " + who.toUpperCase(Locale.ROOT) : name(who))
                .alone();
    }

    private static List<String> points(List<Double> values, Scale across, Scale up, IntUnaryOperator order) {
        ToDoubleFunction<Integer> x = i -> across.at(100.0 * i / (values.size() - 1));
        return IntStream.range(0, values.size())
                .map(order)
                .mapToObj(i -> number(x.applyAsDouble(i)) + " " + number(up.at(values.get(i))))
                .toList();
    }
}
