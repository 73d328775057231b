package dev.ouroboros.app.report;

import static dev.ouroboros.app.report.Tag.tag;

import dev.ouroboros.app.history.RunHistory;
import dev.ouroboros.app.summary.RunSummary;
import java.util.List;
import java.util.function.Function;

/**
 * The report of a run: one HTML file without network, fonts or scripts from elsewhere. What candidates, logs and language
 * models wrote is shown as text and can be nothing else.
 */
public final class Report {
    private Report() {}

    /**
     * Returns the report of a run, complete or not.
     *
     * @param blobs the content of a file by its digest
     * @param ledgerHead the last link of the hash chain over the run's events
     */
    public static String html(RunHistory history, Function<String, byte[]> blobs, String ledgerHead) {
        var summary = RunSummary.of(history, null);
        return Page.of(
                "Ouroboros · " + history.start().task(),
                List.of(
                        Warnings.of(history),
                        Hero.of(history, summary, ledgerHead),
                        CurveSection.of(history),
                        ParetoSection.of(history),
                        ContributionsSection.of(history),
                        StepsSection.of(history, blobs),
                        CostsSection.of(history),
                        RerunSection.of(history),
                        RejectionsSection.of(history, summary, blobs),
                        ControlsSection.of(history),
                        TimeSection.of(history),
                        ReproduceSection.environment(history),
                        ReproduceSection.of(history, ledgerHead),
                        tag("footer")
                                .text("Run " + history.start().run()
                                        + " · written by Ouroboros from the run's events")));
    }
}
