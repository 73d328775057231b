package dev.ouroboros.app.report;

import static dev.ouroboros.app.report.Chart.label;
import static dev.ouroboros.app.report.Chart.line;
import static dev.ouroboros.app.report.Tag.tag;

import dev.ouroboros.app.history.RunHistory;
import dev.ouroboros.app.summary.RunSummary;
import dev.ouroboros.app.text.Figures;
import dev.ouroboros.engine.evaluation.Direction;
import dev.ouroboros.engine.loop.LoopEvent.Finished;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** What one sees first: the task, the gain and whether to believe it. */
final class Hero {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);
    /** A snake that bites its tail. */
    private static final Markup LOGO = new Markup(
            "<svg class=\"logo\" viewBox=\"0 0 32 32\" aria-hidden=\"true\"><path d=\"M20.6 5.2A11.8 11.8 0 1 1 12 4.9\""
                    + " fill=\"none\" stroke=\"currentColor\" stroke-width=\"3.6\" stroke-linecap=\"round\"/>"
                    + "<path d=\"M11.2 1.2 20.4 4.6 13 10.4Z\" fill=\"currentColor\" stroke=\"currentColor\""
                    + " stroke-width=\"1.4\" stroke-linejoin=\"round\"/></svg>");

    private final RunHistory history;
    private final RunSummary summary;
    private final String ledgerHead;

    private Hero(RunHistory history, RunSummary summary, String ledgerHead) {
        this.history = history;
        this.summary = summary;
        this.ledgerHead = ledgerHead;
    }

    static Markup of(RunHistory history, RunSummary summary, String ledgerHead) {
        return new Hero(history, summary, ledgerHead).draw();
    }

    private Markup draw() {
        return tag("header")
                .holding(
                        tag("div", "class", "brand")
                                .holding(
                                        LOGO,
                                        tag("span").text("Ouroboros"),
                                        tag("span", "class", "quiet")
                                                .text(history.start().run() + " · " + DAY.format(history.began()))),
                        tag("h1").text(history.start().task()),
                        tag("p", "class", "summary").text(history.task().summary()),
                        tag("div", "class", "headline").holding(Markup.join(headline()), badges()),
                        tiles());
    }

    private List<Markup> headline() {
        var finished = history.finished();
        return switch (history.status()) {
            case HALTED -> big("Halted", "The guard stopped this run. Nothing in it counts as a gain.");
            case UNFINISHED -> unfinished();
            case FINISHED -> finished == null || history.steps().isEmpty() ? nothing() : gain(finished);
        };
    }

    private List<Markup> unfinished() {
        return history.steps().isEmpty()
                ? big("Unfinished", "Nothing was accepted so far.")
                : big(
                        Figures.ratio(history.steps().getLast().gainAfter()),
                        "confirmed so far. It is the product of the steps; a gain with an interval comes only from the"
                                + " fresh re-run at the end of a run.");
    }

    private List<Markup> nothing() {
        return big(
                "No gain",
                "No candidate was proven better than the baseline by more than "
                        + Figures.percent(history.task().minimumGain()) + ". The baseline stays.");
    }

    private static List<Markup> big(String figure, String words) {
        return List.of(
                tag("div", "class", "figure").text(figure),
                tag("p", "class", "meaning").text(words));
    }

    private List<Markup> gain(Finished finished) {
        var task = history.task();
        var better = task.goal() == Direction.MAXIMIZE ? "higher " : "lower ";
        return List.of(
                tag("div", "class", "figure")
                        .holding(
                                Markup.text(Figures.ratio(finished.gain())),
                                tag("small").text(better + task.metric())),
                tag("p", "class", "values")
                        .holding(
                                Markup.text(Figures.value(finished.baselineValue())),
                                tag("span", "class", "quiet").text(" → "),
                                tag("strong").text(Figures.value(finished.bestValue())),
                                Markup.text(" " + task.unit())),
                interval(finished),
                tag("p", "class", "meaning")
                        .text("99 % interval " + Figures.interval(finished.gainLow(), finished.gainHigh()) + ", from "
                                + Figures.count(history.rerun().size(), "fresh block")
                                + " of baseline against best, measured after all decisions were made. The chance that"
                                + " this run accepted anything that is not better is below "
                                + Figures.percent(1 - task.confidence()) + "."));
    }

    private static Markup interval(Finished finished) {
        double low = finished.gainLow();
        double high = finished.gainHigh();
        double most = Math.max(high * 1.05, 1.2);
        double least = Math.min(1, low / 1.02);
        return Chart.responsive("interval", "The 99 % interval of the gain", 440, 46, width -> {
            var across = Scale.ratio(least, most, 8, width - 12.0);
            return Markup.join(
                    line("grid", 8, 16, width - 12.0, 16),
                    line("whisker", across.at(low), 16, across.at(high), 16),
                    line("whisker", across.at(low), 9, across.at(low), 23),
                    line("whisker", across.at(high), 9, across.at(high), 23),
                    tag("circle", "class", "mark is-accepted", "cx", across.at(finished.gain()), "cy", 16, "r", 5)
                            .alone(),
                    line("median", across.at(1), 9, across.at(1), 23),
                    label("tick", "start", across.at(1) - 4, 40, "1× baseline"),
                    across.at(finished.gain()) > 150
                            ? label("tick", "end", width - 6.0, 40, Figures.interval(low, high))
                            : Markup.NOTHING);
        });
    }

    private Markup badges() {
        var controls = summary.controls();
        var start = history.start();
        var badges = new ArrayList<Markup>();
        badges.add(
                switch (history.status()) {
                    case FINISHED -> Section.badge("good", "✓ finished", "every planned measurement was made");
                    case UNFINISHED -> Section.badge("warn", "… unfinished", "resume it with ./ouroboros resume");
                    case HALTED ->
                        Section.badge("bad", "✕ halted by the guard", "something was accepted that cannot be better");
                });
        badges.add(
                start.sandbox().equals("none")
                        ? Section.badge("bad", "✕ no sandbox", "candidates ran as ordinary processes")
                        : Section.badge(
                                "good",
                                "✓ sandbox " + start.sandbox(),
                                "candidates ran without network, with read-only tools"));
        badges.add(
                controls.decided() == 0
                        ? Section.badge("warn", "no controls yet", "nothing checked that equal things are found equal")
                        : Section.badge(
                                controls.accepted() == 0 ? "good" : "bad",
                                (controls.accepted() == 0 ? "✓ " : "✕ ") + (controls.decided() - controls.accepted())
                                        + " of " + controls.decided() + " controls held",
                                "a control cannot be better; an accepted one would halt the run"));
        badges.add(Section.badge(
                "plain",
                "correctness: " + summary.proof(),
                "tested: against the reference on fresh secret inputs; proved: by a solver"));
        badges.add(Section.badge(
                "plain",
                "ledger " + Figures.digest(ledgerHead),
                "head of the hash chain over all events:\n" + ledgerHead));
        return tag("div", "class", "badges").holding(badges);
    }

    private Markup tiles() {
        var tiles = new ArrayList<Markup>();
        tiles.add(tile(Figures.count(summary.evaluations()), "evaluations"));
        tiles.add(tile(Figures.count(summary.accepted()), "accepted"));
        tiles.add(tile(
                Figures.count(summary.rejected().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum()),
                "not accepted"));
        tiles.add(tile(Figures.count(summary.confirmations()), "confirmations"));
        tiles.add(tile(Figures.duration(history.duration()), "wall time"));
        if (summary.tokens() > 0 || summary.dollars() > 0) {
            tiles.add(tile(Figures.count(summary.tokens()), "tokens, " + Figures.dollars(summary.dollars())));
        }
        return tag("div", "class", "tiles").holding(tiles);
    }

    private static Markup tile(String figure, String name) {
        return tag("div").holding(tag("b").text(figure), tag("span").text(name));
    }
}
