package dev.ouroboros.app.report;

import static dev.ouroboros.app.report.Tag.tag;

import dev.ouroboros.app.history.RunHistory;
import dev.ouroboros.engine.evaluation.Reason;
import java.util.ArrayList;
import java.util.List;

/** The search at a glance, with a legend that hides and shows. */
final class CurveSection {
    private CurveSection() {}

    static Markup of(RunHistory history) {
        return history.candidates().isEmpty()
                ? Markup.NOTHING
                : Section.of(
                        "search",
                        "The search",
                        "Each dot is one candidate as the cheap screen saw it, each step of the line one that was"
                                + " confirmed. Ticks below failed before they were timed. Only the line counts.",
                        tag("div", "class", "card toggles").holding(CurveChart.of(history), legend(history)));
    }

    private static Markup legend(RunHistory history) {
        var keys = new ArrayList<Markup>();
        key(history, "accepted", keys);
        for (var reason : Reason.values()) {
            key(history, reason.label(), keys);
        }
        return tag("div", "class", "legend").holding(keys);
    }

    private static void key(RunHistory history, String fate, List<Markup> keys) {
        long count = history.candidates().stream()
                .filter(candidate -> candidate.fate().label().equals(fate))
                .count();
        if (count > 0) {
            keys.add(tag("button", "type", "button", "data-toggle", fate, "aria-pressed", "true")
                    .holding(
                            tag("i", "style", "background:" + Palette.fate(fate))
                                    .holding(),
                            Markup.text(fate + " "),
                            tag("span", "class", "quiet").text("" + count)));
        }
    }
}
