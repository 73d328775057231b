package dev.ouroboros.app.report;

import static dev.ouroboros.app.report.Chart.label;
import static dev.ouroboros.app.report.Chart.line;
import static dev.ouroboros.app.report.Tag.number;
import static dev.ouroboros.app.report.Tag.tag;

import dev.ouroboros.app.history.Candidate;
import dev.ouroboros.app.history.RunHistory;
import dev.ouroboros.app.history.Step;
import dev.ouroboros.app.text.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Gain over the baseline by evaluation: a dot where the screen saw a candidate, a line for what was confirmed, a tick
 * below the axis for what failed before it was timed.
 */
final class CurveChart {
    private static final int HEIGHT = 400;
    private static final double TOP = 26;
    private static final double FLOOR = 316;
    private static final double RUG = 330;
    private static final double RUG_HEIGHT = 16;
    private static final double LEFT = 44;
    private static final int MANY = 250;
    /** A candidate this much slower than the baseline is drawn at the floor, lest it squeeze all others. */
    private static final double LOWEST = 0.25;

    private final RunHistory history;
    private final Scale across;
    private final Scale up;
    private final double right;

    private CurveChart(RunHistory history, int width) {
        this.history = history;
        this.right = width - 14.0;
        double most = Math.max(1.25, gains(history).max().orElse(1));
        double least = Math.max(LOWEST, Math.min(0.95, gains(history).min().orElse(1)));
        double room = Math.pow(most / least, 0.06);
        this.across = Scale.linear(0, Math.max(1, history.candidates().size()), LEFT, right);
        this.up = Scale.ratio(least / room, most * room, FLOOR, TOP);
    }

    static Markup of(RunHistory history) {
        return Chart.responsive(
                "curve",
                "Gain over the baseline by evaluation",
                Chart.WIDE,
                HEIGHT,
                width -> new CurveChart(history, width).draw());
    }

    private static DoubleStream gains(RunHistory history) {
        var finished = history.finished();
        return Stream.of(
                        history.candidates().stream().mapToDouble(candidate -> screened(candidate)),
                        history.steps().stream().mapToDouble(Step::gainAfter),
                        finished == null
                                ? DoubleStream.empty()
                                : DoubleStream.of(finished.gainLow(), finished.gainHigh()))
                .flatMapToDouble(gains -> gains)
                .filter(Double::isFinite);
    }

    private static double screened(Candidate candidate) {
        var gain = candidate.screenedGain();
        return gain == null ? Double.NaN : gain;
    }

    private Markup draw() {
        return Markup.join(grid(), confirmed(), candidates(), rug(), rerun());
    }

    private Markup grid() {
        var pieces = new ArrayList<Markup>();
        for (var tick : up.ticks(8)) {
            double y = up.at(tick.value());
            pieces.add(line("grid", LEFT, y, right, y));
            pieces.add(label("tick", "end", LEFT - 7, y + 4, tick.label() + "×"));
        }
        pieces.add(line("baseline", LEFT, up.at(1), right, up.at(1)));
        for (var tick : across.ticks(
                Math.min(right > 500 ? 10 : 5, Math.max(1, history.candidates().size())))) {
            if (tick.value() % 1 == 0) {
                pieces.add(label("tick", "middle", across.at(tick.value()), RUG + RUG_HEIGHT + 18, tick.label()));
            }
        }
        pieces.add(label("axis", "end", right, HEIGHT - 8, "evaluation"));
        pieces.add(label("axis", "start", 2, 12, "gain over the baseline"));
        return Markup.join(pieces);
    }

    private Markup confirmed() {
        var outline = new StringBuilder("M" + number(across.at(0)) + " " + number(up.at(1)));
        double reached = 0;
        for (var step : history.steps()) {
            reached = Math.max(reached, step.candidate().number());
            outline.append("H").append(number(across.at(reached)));
            outline.append("V").append(number(up.at(step.gainAfter())));
        }
        outline.append("H").append(number(right));
        var area = outline + "V" + number(up.at(1)) + "H" + number(across.at(0)) + "Z";
        return Markup.join(
                tag("path", "class", "confirmed-area", "d", area).alone(),
                tag("path", "class", "confirmed", "d", outline).alone());
    }

    private Markup candidates() {
        double radius = history.candidates().size() > MANY ? 2.4 : 3.4;
        return Markup.join(Stream.concat(
                        history.candidates().stream().filter(candidate -> !candidate.accepted()),
                        history.candidates().stream().filter(Candidate::accepted))
                .filter(candidate -> candidate.screenedGain() != null)
                .map(candidate -> dot(candidate, candidate.accepted() ? radius + 2 : radius))
                .toList());
    }

    private Markup dot(Candidate candidate, double radius) {
        return tag(
                        "circle",
                        "class",
                        "mark is-" + candidate.fate().label(),
                        "cx",
                        across.at(candidate.number()),
                        "cy",
                        up.at(screened(candidate)),
                        "r",
                        radius,
                        "data-tip",
                        "#" + candidate.number() + " · " + candidate.fate().label() + "\nscreened at "
                                + Figures.ratio(screened(candidate)) + " over the baseline\n" + who(candidate))
                .alone();
    }

    private Markup rug() {
        var pieces = new ArrayList<Markup>();
        pieces.add(tag("rect", "class", "rug", "x", LEFT, "y", RUG, "width", right - LEFT, "height", RUG_HEIGHT)
                .alone());
        double width =
                Math.clamp((right - LEFT) / Math.max(1, history.candidates().size()) - 1, 1.5, 5);
        for (var candidate : history.candidates()) {
            if (candidate.screenedGain() == null) {
                pieces.add(tag(
                                "rect",
                                "class",
                                "mark is-" + candidate.fate().label(),
                                "x",
                                across.at(candidate.number()) - width / 2,
                                "y",
                                RUG,
                                "width",
                                width,
                                "height",
                                RUG_HEIGHT,
                                "data-tip",
                                "#" + candidate.number() + " · "
                                        + candidate.fate().label() + "\n" + who(candidate))
                        .alone());
            }
        }
        return Markup.join(pieces);
    }

    private Markup rerun() {
        var finished = history.finished();
        if (finished == null || history.steps().isEmpty()) {
            return Markup.NOTHING;
        }
        double low = up.at(finished.gainLow());
        double high = up.at(finished.gainHigh());
        return Markup.join(List.of(
                line("whisker", right, low, right, high),
                line("whisker", right - 5, low, right + 5, low),
                line("whisker", right - 5, high, right + 5, high),
                label(
                        "value",
                        "end",
                        right,
                        Math.max(TOP - 12, up.at(finished.gain()) - 10),
                        Figures.ratio(finished.gain()) + " in the fresh re-run")));
    }

    private static String who(Candidate candidate) {
        return candidate.proposal().proposer() + " · " + Figures.digest(candidate.digest());
    }
}
