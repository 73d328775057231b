package dev.ouroboros.app.view;

import dev.ouroboros.app.summary.RunSummary;
import dev.ouroboros.app.text.Figures;
import dev.ouroboros.app.text.VisibleText;

/** What a person reads when a run ends. */
public final class RunText {
    private static final int LINE = 160;

    private RunText() {}

    /** Returns some lines: what came out, where to read on, and what not to believe. */
    public static String ended(RunSummary summary) {
        var text = new StringBuilder();
        text.append(result(summary)).append('\n');
        text.append(Figures.count(summary.evaluations(), "evaluation"))
                .append(", ")
                .append(summary.accepted())
                .append(" accepted, ")
                .append(Figures.seconds(summary.wallSeconds()))
                .append('\n');
        if (summary.sandbox().equals("none")) {
            text.append("NO SANDBOX: candidates ran unconfined; do not rely on this result\n");
        }
        if (summary.report() != null) {
            text.append("report: ").append(summary.report()).append('\n');
        }
        return text.toString();
    }

    private static String result(RunSummary summary) {
        var best = summary.best();
        if (summary.halted() != null) {
            return "HALTED by the guard, nothing of this run counts: " + VisibleText.line(summary.halted(), LINE);
        }
        if (best.gain() == null || best.gainLow() == null || best.gainHigh() == null) {
            return "Not finished. Go on with: ./ouroboros resume " + summary.run();
        }
        return summary.accepted() == 0
                ? "No candidate was proven better than the baseline."
                : Figures.ratio(best.gain()) + " better "
                        + VisibleText.line(summary.baseline().metric(), LINE) + " ("
                        + Figures.interval(best.gainLow(), best.gainHigh()) + " at 99 %)";
    }
}
