package dev.ouroboros.app.report;

import static dev.ouroboros.app.report.Tag.tag;

import dev.ouroboros.app.history.RunHistory;
import dev.ouroboros.app.text.Figures;
import dev.ouroboros.engine.loop.LoopEvent.RerunBlockMeasured;

/** The measurement that the headline comes from. */
final class RerunSection {
    private static final int HEIGHT = 260;

    private RerunSection() {}

    static Markup of(RunHistory history) {
        if (history.rerun().isEmpty()) {
            return Markup.NOTHING;
        }
        var finished = history.finished();
        double low = finished == null ? Double.NaN : finished.gainLow();
        double high = finished == null ? Double.NaN : finished.gainHigh();
        return Section.of(
                "rerun",
                "The fresh re-run",
                "A winner's own numbers flatter it, since it was chosen for them. So the baseline and the best were"
                        + " measured against each other once more, after all decisions, and only this gives the gain: "
                        + (finished == null
                                ? "not complete yet."
                                : Figures.ratio(finished.gain()) + ", the band is its 99 % interval."),
                tag("div", "class", "card")
                        .holding(BlockChart.ofParts(
                                history.rerun().stream()
                                        .map(RerunBlockMeasured::series)
                                        .toList(),
                                Chart.WIDE,
                                HEIGHT,
                                low,
                                high,
                                Double.NaN)));
    }
}
