package dev.ouroboros.app.view;

import dev.ouroboros.app.history.RunHistory;
import dev.ouroboros.app.summary.RunSummary;
import dev.ouroboros.app.text.Figures;
import dev.ouroboros.app.text.Ink;
import dev.ouroboros.app.text.VisibleText;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What {@code show RUN} and the end of {@code run} print for people; as JSON both print {@link RunSummary}. */
public final class ShowView {
    private static final int LINE = 100;

    private ShowView() {}

    /**
     * Returns some lines on how the run went.
     *
     * @param report where the HTML report lies; null if none was written
     */
    public static String text(RunHistory history, @Nullable String report, Ink ink) {
        var summary = RunSummary.of(history, report);
        var text = new StringBuilder();
        line(text, ink, "run", summary.run() + " (" + summary.status() + ")");
        line(
                text,
                ink,
                "task",
                VisibleText.line(summary.task(), LINE) + ", layers " + String.join(", ", summary.layers()));
        line(text, ink, "gain", gain(history, summary, ink));
        if (summary.halted() != null) {
            line(text, ink, "halted", ink.bad(VisibleText.line(summary.halted(), LINE)));
        }
        line(
                text,
                ink,
                "evaluations",
                Figures.count(summary.evaluations()) + " of "
                        + Figures.count(history.start().evaluations()) + ", seed " + summary.seed() + ", proposer "
                        + summary.proposer());
        line(text, ink, "accepted", summary.accepted() + counts(summary.acceptedBy()));
        line(
                text,
                ink,
                "rejected",
                summary.rejected().values().stream().mapToInt(Integer::intValue).sum() + counts(summary.rejected()));
        if (summary.hypervolume() != null) {
            line(
                    text,
                    ink,
                    "front",
                    Figures.count(summary.front().size(), "candidate") + " by "
                            + VisibleText.line(
                                    String.join(", ", summary.objectives().keySet()), LINE)
                            + "; hypervolume " + Figures.value(summary.hypervolume()) + ", the seed's alone is 1");
        }
        line(
                text,
                ink,
                "controls",
                (summary.controls().decided() - summary.controls().accepted()) + " of "
                        + summary.controls().decided() + " held");
        line(
                text,
                ink,
                "sandbox",
                summary.sandbox().equals("none")
                        ? ink.bad("NONE: candidates ran unconfined; do not rely on this result")
                        : summary.sandbox());
        line(text, ink, "time", Figures.seconds(summary.wallSeconds()));
        if (summary.tokens() > 0 || summary.dollars() > 0) {
            line(text, ink, "cost", Figures.count(summary.tokens()) + " tokens, " + Figures.dollars(summary.dollars()));
        }
        if (report != null) {
            line(text, ink, "report", report);
        }
        return text.toString();
    }

    private static String gain(RunHistory history, RunSummary summary, Ink ink) {
        return switch (history.status()) {
            case HALTED -> "none: nothing of a halted run counts";
            case UNFINISHED ->
                history.steps().isEmpty()
                        ? "nothing accepted so far"
                        : Figures.ratio(history.steps().getLast().gainAfter())
                                + " confirmed so far; the fresh re-run is still to come";
            case FINISHED -> {
                var finished = Objects.requireNonNull(history.finished());
                yield history.steps().isEmpty()
                        ? "none: no candidate was proven better than the baseline"
                        : ink.good(ink.strong(Figures.ratio(finished.gain()))) + " ("
                                + Figures.interval(finished.gainLow(), finished.gainHigh()) + " at 99 %), "
                                + VisibleText.line(summary.baseline().metric(), LINE) + " "
                                + Figures.value(finished.baselineValue()) + " → "
                                + Figures.value(finished.bestValue()) + " "
                                + VisibleText.line(summary.baseline().unit(), LINE);
            }
        };
    }

    private static String counts(Map<String, Integer> counts) {
        var named = counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        return named.isEmpty() ? "" : " (" + named + ")";
    }

    private static void line(StringBuilder text, Ink ink, String name, String value) {
        text.append(ink.soft("%-12s".formatted(name))).append(value).append('\n');
    }
}
