package dev.ouroboros.app.report;

import static dev.ouroboros.app.report.Tag.tag;

import dev.ouroboros.app.history.RunHistory;
import dev.ouroboros.app.history.Step;
import dev.ouroboros.app.text.Figures;
import dev.ouroboros.engine.propose.Credit;
import java.util.ArrayList;
import java.util.List;

/** Who contributed how much of the gain: shares of its logarithm, which add up where ratios multiply. */
final class ContributionsSection {
    private static final int HEIGHT = 34;
    private static final double GAP = 2;

    private ContributionsSection() {}

    static Markup of(RunHistory history) {
        return history.steps().isEmpty()
                ? Markup.NOTHING
                : Section.of(
                        "contributions",
                        "Where the gain came from",
                        "One segment for each accepted step, as wide as its share of the whole gain on a logarithmic"
                                + " scale, coloured by what gets the credit.",
                        tag("div", "class", "card").holding(segments(history.steps()), table(history)));
    }

    private static double logGain(Step step) {
        double gain = Math.log(step.gain());
        return Double.isFinite(gain) ? Math.max(0, gain) : 0;
    }

    private static Markup segments(List<Step> steps) {
        double total = steps.stream().mapToDouble(ContributionsSection::logGain).sum();
        return Chart.responsive("contributions", "Share of each accepted step", Chart.WIDE, HEIGHT, width -> {
            var pieces = new ArrayList<Markup>();
            double left = 0;
            double room = width - GAP * (steps.size() - 1);
            for (var step : steps) {
                double wide = Math.max(1, room * logGain(step) / total);
                pieces.add(tag(
                                "rect",
                                "class",
                                "mark",
                                "x",
                                left,
                                "y",
                                0,
                                "width",
                                wide,
                                "height",
                                HEIGHT,
                                "rx",
                                3,
                                "style",
                                "fill:"
                                        + Palette.credit(
                                                step.candidate().proposal().credit()),
                                "data-tip",
                                "step " + step.number() + " · " + Figures.ratio(step.gain()) + "\n"
                                        + Figures.percent(logGain(step) / total) + " of the gain\n"
                                        + step.candidate().proposal().proposer())
                        .alone());
                if (wide > 44) {
                    pieces.add(Chart.label(
                            "on-mark", "middle", left + wide / 2, HEIGHT / 2.0 + 4.5, Figures.ratio(step.gain())));
                }
                left += wide + GAP;
            }
            return Markup.join(pieces);
        });
    }

    private static Markup table(RunHistory history) {
        double total = history.steps().stream()
                .mapToDouble(ContributionsSection::logGain)
                .sum();
        var rows = new ArrayList<Markup>();
        for (var credit : Credit.values()) {
            long proposed = history.candidates().stream()
                    .filter(candidate -> candidate.proposal().credit() == credit)
                    .count();
            var steps = history.steps().stream()
                    .filter(step -> step.candidate().proposal().credit() == credit)
                    .toList();
            if (proposed > 0) {
                double share = steps.stream()
                        .mapToDouble(ContributionsSection::logGain)
                        .sum();
                rows.add(tag("tr")
                        .holding(
                                tag("td").holding(chip(credit)),
                                number(Figures.count(proposed)),
                                number(Figures.count(steps.size())),
                                number(steps.isEmpty() ? "–" : Figures.ratio(Math.exp(share))),
                                number(steps.isEmpty() ? "–" : Figures.percent(share / total))));
            }
        }
        return tag("div", "class", "scroll")
                .holding(tag("table")
                        .holding(
                                tag("thead")
                                        .holding(tag("tr")
                                                .holding(
                                                        tag("th").text("credit"),
                                                        heading("evaluated"),
                                                        heading("accepted"),
                                                        heading("gain"),
                                                        heading("share"))),
                                tag("tbody").holding(rows)));
    }

    static Markup chip(Credit credit) {
        return tag("span", "class", "chip", "style", "--chip:" + Palette.credit(credit))
                .text(credit.label());
    }

    private static Markup heading(String text) {
        return tag("th", "class", "number").text(text);
    }

    private static Markup number(String text) {
        return tag("td", "class", "number").text(text);
    }
}
