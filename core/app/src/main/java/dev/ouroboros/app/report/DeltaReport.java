package dev.ouroboros.app.report;

import static dev.ouroboros.app.report.Tag.tag;

import dev.ouroboros.app.delta.Curve;
import dev.ouroboros.app.delta.DeltaResult;
import dev.ouroboros.app.delta.DeltaResult.Cost;
import dev.ouroboros.app.delta.DeltaResult.Improvement;
import dev.ouroboros.app.delta.DeltaResult.LiveView;
import dev.ouroboros.app.delta.DeltaResult.TaskDelta;
import dev.ouroboros.app.report.IntervalChart.Row;
import dev.ouroboros.app.report.Section.Fact;
import dev.ouroboros.app.text.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How two versions compare: one HTML file, like that of a run; the same plays give the same figures. */
public final class DeltaReport {
    private final DeltaResult result;

    private DeltaReport(DeltaResult result) {
        this.result = result;
    }

    /** Returns the page of a comparison with its curves by task and who played. */
    public static String html(DeltaResult result, Map<String, Map<String, Curve>> curves) {
        return Page.of("Ouroboros · delta", new DeltaReport(result).body(curves));
    }

    private List<Markup> body(Map<String, Map<String, Curve>> curves) {
        var body = new ArrayList<Markup>();
        body.add(head());
        body.add(intervals());
        curves.forEach((task, its) -> {
            var figures = result.tasks().get(task);
            if (figures != null) {
                body.add(task(task, figures, its));
            }
        });
        body.add(Section.of(
                "imp",
                "imp@k",
                "How many times as fast as the median configuration the best of the first k trials is: geometric means over"
                        + " tasks and seeds, and B over A with its 99 % interval.",
                tag("div", "class", "card scroll").holding(improvements(result.imp()))));
        var making = result.making();
        if (making == null) {
            body.add(cost());
        } else {
            body.addAll(new MakingSections(result, making).all());
        }
        body.add(versions());
        body.add(tag("footer").text("Written by Ouroboros from recorded spaces"));
        return body;
    }

    private Markup head() {
        return tag("header")
                .holding(
                        tag("h1")
                                .text("Is " + name(result.versions().b()) + " better than "
                                        + name(result.versions().a()) + "?"),
                        tag("div", "class", "headline")
                                .holding(
                                        tag("div", "class", "figure")
                                                .holding(
                                                        Markup.text(signed(result.delta())),
                                                        tag("small").text(verdict())),
                                        tag("p", "class", "meaning")
                                                .text(meaning() + ": 99 % interval "
                                                        + signed(result.low()) + " to " + signed(result.high())
                                                        + ", P(B > A) = "
                                                        + String.format(Locale.ROOT, "%.4f", result.pBetter())
                                                        + ", from "
                                                        + seeds()
                                                        + ". An area of 1 is the median configuration all the time, 0"
                                                        + " the optimum at once."),
                                        tag("div", "class", "badges").holding(badges())));
    }

    private String meaning() {
        return "By so much the area under the gap to the best configuration is smaller "
                + (result.making() == null
                        ? "with B than with A"
                        : "with the searches that B made of one body than with those that A made of it");
    }

    private String seeds() {
        var making = result.making();
        var tasks = Figures.count(
                result.tasks().values().stream()
                        .filter(task -> task.live() == null)
                        .count(),
                "task");
        return making == null
                ? Figures.count(result.seeds(), "paired seed") + " on each of " + tasks
                : Figures.count(result.seeds(), "paired seed") + ", what each made played "
                        + Figures.count(making.plays(), "time") + " on each of " + tasks;
    }

    private String effort() {
        var making = result.making();
        return making == null
                ? ""
                : " --order 2 --edits " + making.edits() + " --evaluations " + making.evaluations() + " --plays "
                        + making.plays();
    }

    private String slowed() {
        return result.making() == null
                ? "A over itself with trials at twice their cost"
                : "A over itself with half of its evaluations";
    }

    private String verdict() {
        return result.same()
                ? "the same classes: nothing to tell apart"
                : result.low() > 0 ? "B is better" : result.high() < 0 ? "B is worse" : "not told apart";
    }

    private List<Markup> badges() {
        return List.of(
                result.sandboxed()
                        ? Markup.NOTHING
                        : Section.badge(
                                "bad", "played without a sandbox", "the versions could have read the recordings"),
                badge(result.floor().holdsZero(), "floor holds 0", "floor misses 0", "A against itself, other seeds"),
                badge(
                        result.placebo().holdsZero(),
                        "placebo holds 0",
                        "placebo misses 0",
                        "A against itself with the random numbers shifted"),
                badge(
                        result.knownBetter().low() > 0,
                        "known better told apart",
                        "known better not told apart",
                        slowed()));
    }

    private static Markup badge(boolean good, String yes, String no, String tip) {
        return Section.badge(good ? "good" : "bad", good ? yes : no, tip);
    }

    private Markup intervals() {
        var rows = new ArrayList<>(List.of(
                new Row("B over A", result.interval(), "var(--accent)", "the delta"),
                new Row(
                        "floor",
                        result.floor(),
                        "var(--soft)",
                        "A against A with other seeds: what chance alone gives"),
                new Row(
                        "placebo",
                        result.placebo(),
                        "var(--soft)",
                        "A with one random number more drawn before each choice, over A"),
                new Row("known better", result.knownBetter(), "var(--credit-parameters)", slowed())));
        result.beside().forEach((than, pair) -> {
            rows.add(new Row("A over " + than, pair.a(), DeltaChart.colour(than), "A over " + DeltaChart.name(than)));
            rows.add(new Row("B over " + than, pair.b(), DeltaChart.colour(than), "B over " + DeltaChart.name(than)));
        });
        return Section.of(
                "intervals",
                "The delta and what stands beside it",
                "Differences of areas under the gap, each with its 99 % bootstrap interval over seeds. What lies within the"
                        + " floor is chance.",
                tag("div", "class", "card").holding(IntervalChart.of("intervals", "Differences of areas", rows)));
    }

    private Markup task(String name, TaskDelta figures, Map<String, Curve> curves) {
        var live = figures.live();
        var lead = live != null
                ? lead(figures, live)
                : String.format(
                        Locale.ROOT,
                        "Delta %+.4f (%+.4f to %+.4f), P(B > A) = %.4f. A play lasts %s of recorded time; lines are means, bands the"
                                + " middle half of the plays.",
                        figures.delta(),
                        figures.low(),
                        figures.high(),
                        figures.pBetter(),
                        Figures.seconds(figures.budgetSeconds()));
        return Section.of(
                "task-" + name.replace('/', '-'),
                name,
                lead,
                tag("div", "class", "card").holding(DeltaChart.of(name, curves), legend(figures.area())));
    }

    private static String lead(TaskDelta figures, LiveView live) {
        return String.format(
                Locale.ROOT,
                "Run on this machine, no part of the delta above. Delta %+.4f (%+.4f to %+.4f) from %s of each version with %s. The"
                        + " gap is 1 at the baseline and 0 at the best that any of these runs found. Gain in the end: %s"
                        + " with A, %s with B. A run took %s with A, %s with B.",
                figures.delta(),
                figures.low(),
                figures.high(),
                Figures.count(live.seeds(), "run"),
                Figures.count(live.evaluations(), "evaluation"),
                Figures.ratio(live.gain().a()),
                Figures.ratio(live.gain().b()),
                Figures.seconds(live.wallSeconds().a()),
                Figures.seconds(live.wallSeconds().b()));
    }

    private Markup legend(Map<String, Double> areas) {
        return tag("div", "class", "scroll")
                .holding(tag("table")
                        .holding(
                                tag("thead")
                                        .holding(tag("tr")
                                                .holding(
                                                        tag("th").text("who"),
                                                        tag("th", "class", "number")
                                                                .text("area under the gap"))),
                                tag("tbody")
                                        .holding(areas.entrySet().stream()
                                                .map(entry -> area(entry.getKey(), entry.getValue()))
                                                .toList())));
    }

    private Markup area(String who, double area) {
        var name = switch (who) {
            case "a" -> made() + "A, " + name(result.versions().a());
            case "b" -> made() + "B, " + name(result.versions().b());
            default -> DeltaChart.name(who);
        };
        return tag("tr")
                .holding(
                        tag("td", "style", "padding-left: 10px; border-left: 6px solid " + DeltaChart.colour(who))
                                .text(name),
                        tag("td", "class", "number").text(String.format(Locale.ROOT, "%.4f", area)));
    }

    private String made() {
        return result.making() == null ? "" : "made by ";
    }

    private static Markup improvements(Map<String, Improvement> imp) {
        return tag("table")
                .holding(
                        tag("thead").holding(header("k", "A", "B", "B / A", "99 % interval")),
                        tag("tbody")
                                .holding(imp.entrySet().stream()
                                        .map(entry -> numbers(
                                                entry.getKey(),
                                                Figures.ratio(entry.getValue().a()),
                                                Figures.ratio(entry.getValue().b()),
                                                Figures.ratio(entry.getValue().ratio()),
                                                Figures.interval(
                                                        entry.getValue().low(),
                                                        entry.getValue().high())))
                                        .toList()));
    }

    private Markup cost() {
        var cost = result.cost();
        return Section.of(
                "cost",
                "What it cost",
                "Means of a play. Both versions have the same recorded time; no language model was asked. Processor time is what"
                        + " choosing took, as the player's own process counts it. This comparison itself took "
                        + Figures.seconds(result.wallSeconds()) + "; what was played before is not in it.",
                tag("div", "class", "card scroll")
                        .holding(tag("table")
                                .holding(
                                        tag("thead")
                                                .holding(
                                                        header("version", "trials", "recorded time", "processor time")),
                                        tag("tbody").holding(cost("A", cost.a()), cost("B", cost.b())))));
    }

    private static Markup cost(String version, Cost cost) {
        return numbers(
                version,
                String.format(Locale.ROOT, "%.1f", cost.evaluations()),
                Figures.seconds(cost.recordedSeconds()),
                Figures.seconds(cost.processorSeconds()));
    }

    private Markup versions() {
        var a = result.versions().a();
        var b = result.versions().b();
        return Section.of(
                "versions",
                "What was compared",
                "",
                tag("div", "class", "card")
                        .holding(Section.facts(List.of(
                                Fact.of("A", a.name() + " · " + a.origin()),
                                new Fact("classes of A", tag("code").text(a.digest())),
                                Fact.of("B", b.name() + " · " + b.origin()),
                                new Fact("classes of B", tag("code").text(b.digest())),
                                new Fact(
                                        "again",
                                        tag("code")
                                                .text("./ouroboros self delta " + ShellWord.of(a.name()) + " "
                                                        + ShellWord.of(b.name()) + " --seeds " + result.seeds()
                                                        + effort()))))));
    }

    static Markup header(String first, String... others) {
        var cells = new ArrayList<Markup>(List.of(tag("th").text(first)));
        for (var other : others) {
            cells.add(tag("th", "class", "number").text(other));
        }
        return tag("tr").holding(cells);
    }

    static Markup numbers(String first, String... others) {
        var cells = new ArrayList<Markup>(List.of(tag("td").text(first)));
        for (var other : others) {
            cells.add(tag("td", "class", "number").text(other));
        }
        return tag("tr").holding(cells);
    }

    private static String name(DeltaResult.VersionView version) {
        return version.name();
    }

    private static String signed(double value) {
        return String.format(Locale.ROOT, "%+.4f", value);
    }
}
