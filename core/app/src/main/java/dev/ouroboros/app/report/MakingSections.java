package dev.ouroboros.app.report;

import static dev.ouroboros.app.report.Tag.tag;

import dev.ouroboros.app.delta.DeltaResult;
import dev.ouroboros.app.delta.DeltaResult.Edits;
import dev.ouroboros.app.delta.DeltaResult.MakingView;
import dev.ouroboros.app.text.Figures;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** How the bodies of a second-order delta were made. */
record MakingSections(DeltaResult result, MakingView making) {

    List<Markup> all() {
        return List.of(edits(), cost());
    }

    private Markup edits() {
        var a = making.made().a();
        var b = making.made().b();
        var credits = new TreeSet<>(a.by().keySet());
        credits.addAll(b.by().keySet());
        var rows = new java.util.ArrayList<>(List.of(row("accepted", a.accepted(), b.accepted())));
        credits.forEach(credit -> rows.add(row("by " + credit, of(a, credit), of(b, credit))));
        rows.add(row("could not be played", a.failed(), b.failed()));
        return Section.of(
                "edits",
                "The edits",
                "Means of a seed. Each version may make " + Figures.count(making.edits(), "edit") + " to the body '"
                        + making.body() + "' and have " + Figures.count(making.evaluations(), "edit")
                        + " measured, on " + Figures.count(making.practice(), "recorded space")
                        + " that the bodies are not compared on. Its own proposer chooses among the parameters and what its own"
                        + " operators on Java can do.",
                tag("div", "class", "card scroll")
                        .holding(tag("table")
                                .holding(
                                        tag("thead").holding(DeltaReport.header("edits", "A", "B")),
                                        tag("tbody").holding(rows))));
    }

    private static double of(Edits edits, String credit) {
        return edits.by().getOrDefault(credit, 0.0);
    }

    private static Markup row(String name, double a, double b) {
        return DeltaReport.numbers(name, String.format(Locale.ROOT, "%.1f", a), String.format(Locale.ROOT, "%.1f", b));
    }

    private Markup cost() {
        var cost = result.cost();
        return Section.of(
                "cost",
                "What it cost",
                "Means of a seed. Processor time is what proposing and measuring took, as those processes count it. No language"
                        + " model was asked. This comparison itself took " + Figures.seconds(result.wallSeconds())
                        + "; what was made and played before is not in it.",
                tag("div", "class", "card scroll")
                        .holding(tag("table")
                                .holding(
                                        tag("thead")
                                                .holding(DeltaReport.header(
                                                        "version", "edits measured", "processor time")),
                                        tag("tbody").holding(cost("A", cost.a()), cost("B", cost.b())))));
    }

    private static Markup cost(String version, DeltaResult.Cost cost) {
        return DeltaReport.numbers(
                version,
                String.format(Locale.ROOT, "%.1f", cost.evaluations()),
                Figures.seconds(cost.processorSeconds()));
    }
}
