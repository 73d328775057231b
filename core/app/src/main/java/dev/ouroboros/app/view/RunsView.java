package dev.ouroboros.app.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ouroboros.app.history.RunHistory;
import dev.ouroboros.app.summary.RunSummary;
import dev.ouroboros.app.text.Figures;
import dev.ouroboros.app.text.Ink;
import dev.ouroboros.app.text.TextTable;
import dev.ouroboros.app.text.VisibleText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code runs} prints. */
public record RunsView(List<Row> runs) {
    private static final int NAME = 40;

    public RunsView {
        runs = List.copyOf(runs);
    }

    /**
     * One run.
     *
     * @param gain from the fresh re-run; null before it, and in a halted run
     */
    public record Row(
            String run,
            String task,
            String status,
            int evaluations,
            int accepted,
            @Nullable Double gain,
            Instant began,
            @JsonProperty("wall_s") double wallSeconds) {}

    /** Lists runs in the given order. */
    public static RunsView of(List<RunHistory> histories) {
        return new RunsView(histories.stream().map(RunsView::row).toList());
    }

    private static Row row(RunHistory history) {
        var summary = RunSummary.of(history, null);
        return new Row(
                summary.run(),
                summary.task(),
                summary.status(),
                summary.evaluations(),
                summary.accepted(),
                summary.best().gain(),
                history.began(),
                summary.wallSeconds());
    }

    /** Returns it for people. */
    public String text(Ink ink) {
        if (runs.isEmpty()) {
            return "No runs here yet. Start one: ./ouroboros run TASK\n";
        }
        var table = new TextTable("run", "task", "status", ">evaluations", ">accepted", ">gain", ">time");
        runs.forEach(row -> table.add(
                row.run(),
                VisibleText.line(row.task(), NAME),
                row.status(),
                Figures.count(row.evaluations()),
                Figures.count(row.accepted()),
                row.gain() == null ? "–" : Figures.ratio(row.gain()),
                Figures.seconds(row.wallSeconds())));
        return table.text(ink);
    }
}
