package dev.ouroboros.app.report;

import static dev.ouroboros.app.report.Tag.tag;

import dev.ouroboros.app.history.Confirmation;
import dev.ouroboros.app.history.RunHistory;
import dev.ouroboros.app.text.Figures;
import dev.ouroboros.engine.loop.LoopEvent.BlockMeasured;
import dev.ouroboros.engine.loop.LoopEvent.Verdict;
import java.util.Locale;

/** The confirmations that must fail. */
final class ControlsSection {
    private static final int CHART_HEIGHT = 180;

    private ControlsSection() {}

    static Markup of(RunHistory history) {
        return history.controls().isEmpty()
                ? Markup.NOTHING
                : Section.of(
                        "controls",
                        "Controls",
                        "The same confirmation, given two things that are equally fast: the best against itself under"
                                + " another name, or a task that cannot be improved. If it accepted one of them, no other"
                                + " acceptance could be believed, and the run would halt.",
                        tag("div", "class", "controls")
                                .holding(history.controls().stream()
                                        .map(control -> control(history, control))
                                        .toList()));
    }

    private static Markup control(RunHistory history, Confirmation control) {
        var decided = control.decided();
        boolean accepted = control.ended(Verdict.ACCEPTED);
        var name = switch (control.start().kind()) {
            case CONTROL_SELF -> "best against itself";
            case CONTROL_TASK -> "task without a gain";
            case CANDIDATE -> "candidate";
        };
        return tag("details", "class", "card control")
                .holding(
                        tag("summary")
                                .holding(
                                        tag("span", "class", "index")
                                                .text("" + control.start().number()),
                                        tag("span", "class", "brief").text(name),
                                        Section.badge(
                                                decided == null ? "warn" : accepted ? "bad" : "good",
                                                decided == null
                                                        ? "undecided"
                                                        : (accepted ? "✕ " : "✓ ")
                                                                + decided.verdict()
                                                                        .name()
                                                                        .toLowerCase(Locale.ROOT),
                                                decided == null ? "the run stopped here" : decided.reason()),
                                        tag("span", "class", "total")
                                                .text(Figures.count(
                                                                control.blocks().size(), "block")
                                                        + (decided == null || Double.isNaN(decided.low())
                                                                ? ""
                                                                : ", "
                                                                        + Figures.interval(
                                                                                decided.low(), decided.high())))),
                        control.blocks().isEmpty()
                                ? tag("p", "class", "note").text("Nothing was timed.")
                                : BlockChart.ofParts(
                                        control.blocks().stream()
                                                .map(BlockMeasured::series)
                                                .toList(),
                                        Chart.WIDE,
                                        CHART_HEIGHT,
                                        decided == null ? Double.NaN : decided.low(),
                                        decided == null ? Double.NaN : decided.high(),
                                        1 + history.task().minimumGain()));
    }
}
