package dev.ouroboros.app.report;

import static dev.ouroboros.app.report.Chart.label;
import static dev.ouroboros.app.report.Chart.line;
import static dev.ouroboros.app.report.Tag.number;
import static dev.ouroboros.app.report.Tag.tag;

import dev.ouroboros.app.history.Goal;
import dev.ouroboros.app.history.Landscape;
import dev.ouroboros.app.history.Landscape.Place;
import dev.ouroboros.app.text.Figures;
import dev.ouroboros.engine.evaluation.Direction;
import dev.ouroboros.engine.pareto.ParetoFront;
import dev.ouroboros.engine.pareto.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** One objective against another. */
final class ParetoChart {
    private static final int HEIGHT = 360;
    private static final double TOP = 30;
    private static final double FLOOR = 300;
    private static final double LEFT = 60;
    private static final double RUG = 306;
    private static final double TICK = 8;

    /** How much farther than what counts a candidate may lie and still widen the axes. */
    private static final double FAR = 1.5;

    private final Landscape landscape;
    private final Goal x;
    private final Goal y;
    private final double right;
    private final Scale across;
    private final Scale up;

    private ParetoChart(Landscape landscape, Goal x, Goal y, int width) {
        this.landscape = landscape;
        this.x = x;
        this.y = y;
        this.right = width - 14.0;
        this.across = scale(x, LEFT, right);
        this.up = scale(y, FLOOR, TOP);
    }

    static Markup of(Landscape landscape, Goal x, Goal y) {
        return Chart.responsive(
                "front",
                y.metric() + " against " + x.metric(),
                Chart.WIDE,
                HEIGHT,
                width -> new ParetoChart(landscape, x, y, width).draw());
    }

    private Stream<Place> all() {
        return Stream.concat(Stream.of(landscape.seed()), landscape.places().stream());
    }

    private Scale scale(Goal goal, double from, double to) {
        double[] counting = all().filter(this::placed)
                .filter(Place::counts)
                .mapToDouble(place -> known(place, goal))
                .sorted()
                .toArray();
        double least = counting[0];
        double most = counting[counting.length - 1];
        double reach = FAR * Math.max(most - least, 0.1 * most);
        double[] shown = all().filter(this::placed)
                .mapToDouble(place -> Math.clamp(known(place, goal), least - reach, most + reach))
                .sorted()
                .toArray();
        double low = shown[0];
        double high = shown[shown.length - 1];
        double room = 0.08 * Math.max(high - low, 0.05 * high);
        return Scale.linear(Math.max(0, low - room), high + room, from, to);
    }

    private Markup draw() {
        return Markup.join(
                grid(),
                rug(),
                front(),
                Markup.join(all().filter(this::placed)
                        .sorted(Comparator.comparing(Place::counts))
                        .map(this::dot)
                        .toList()),
                label("axis", "start", across.at(seed(x)) + 9, up.at(seed(y)) + 16, "seed"));
    }

    private Markup grid() {
        var pieces = new ArrayList<Markup>();
        for (var tick : up.ticks(6)) {
            pieces.add(line("grid", LEFT, up.at(tick.value()), right, up.at(tick.value())));
            pieces.add(label("tick", "end", LEFT - 7, up.at(tick.value()) + 4, tick.label()));
        }
        for (var tick : across.ticks(right > Chart.HALF ? 8 : 4)) {
            pieces.add(line("grid", across.at(tick.value()), TOP, across.at(tick.value()), FLOOR));
            pieces.add(label("tick", "middle", across.at(tick.value()), FLOOR + 30, tick.label()));
        }
        pieces.add(label("axis", "end", right, HEIGHT - 8.0, axis(x)));
        pieces.add(label("axis", "start", 2, 14, axis(y)));
        return Markup.join(pieces);
    }

    private static String axis(Goal goal) {
        return goal.metric()
                + (goal.unit().isEmpty() ? "" : " in " + goal.unit())
                + (goal.direction() == Direction.MINIMIZE ? ", less is better" : ", more is better");
    }

    /** A staircase: between two members nothing better than both corners was accepted. */
    private Markup front() {
        var points = all().filter(Place::counts)
                .filter(this::placed)
                .map(place -> new Point(place.candidate(), List.of(known(place, x), known(place, y))))
                .toList();
        var members = ParetoFront.of(List.of(x.direction(), y.direction()), points).members().stream()
                .sorted(Comparator.comparing(point -> point.values().getFirst()))
                .toList();
        // Towards worse x the line keeps the y that is reached, whichever way x gets better.
        boolean keeps = x.direction() == Direction.MINIMIZE;
        double edge = y.direction() == Direction.MAXIMIZE ? FLOOR : TOP;
        var path = new StringBuilder();
        double before = edge;
        for (Point member : members) {
            double left = across.at(member.values().getFirst());
            double height = up.at(member.values().getLast());
            if (path.isEmpty()) {
                path.append('M').append(keeps ? place(left, edge) : place(LEFT, height));
            }
            path.append(keeps ? "H" + number(left) + "V" + number(height) : "V" + number(height) + "H" + number(left));
            before = height;
        }
        path.append(keeps ? "V" + number(before) + "H" + number(right) : "V" + number(edge));
        return tag("path", "class", "front-line", "d", path).alone();
    }

    private static String place(double left, double height) {
        return number(left) + " " + number(height);
    }

    private Markup dot(Place place) {
        String style =
                place.number() == 0 ? "mark is-seed" : "mark is-" + place.fate() + (place.counts() ? "" : " light");
        return tag(
                        "circle",
                        "class",
                        style,
                        "cx",
                        across.at(known(place, x)),
                        "cy",
                        up.at(known(place, y)),
                        "r",
                        place.counts() ? 5.5 : 3.0,
                        "data-tip",
                        tip(place))
                .alone();
    }

    /** Those that are known by the objective that decides alone. */
    private Markup rug() {
        return Markup.join(all().filter(place -> place.value(x) != null && place.value(y) == null)
                .map(place -> tag(
                                "rect",
                                "class",
                                "mark light is-" + place.fate(),
                                "x",
                                across.at(known(place, x)) - 1,
                                "y",
                                RUG,
                                "width",
                                2.0,
                                "height",
                                TICK,
                                "data-tip",
                                tip(place))
                        .alone())
                .toList());
    }

    private String tip(Place place) {
        return (place.number() == 0 ? "seed" : "#" + place.number() + " · " + place.fate()) + "\n" + x.metric() + " "
                + ParetoSection.value(place, x) + ", " + y.metric() + " " + ParetoSection.value(place, y) + "\n"
                + Figures.digest(place.candidate());
    }

    private boolean placed(Place place) {
        return place.value(x) != null && place.value(y) != null;
    }

    private double seed(Goal goal) {
        return known(landscape.seed(), goal);
    }

    private static double known(Place place, Goal goal) {
        return Objects.requireNonNull(place.value(goal));
    }
}
