package dev.ouroboros.app.report;

import static dev.ouroboros.app.report.Tag.tag;

import dev.ouroboros.app.history.RunHistory;
import dev.ouroboros.app.text.Figures;
import dev.ouroboros.engine.propose.Proposal;
import dev.ouroboros.engine.propose.Proposal.Cost;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What each proposal cost in tokens and dollars, refused ones included; nothing where all were free. */
final class CostsSection {
    private static final int ALL_OPEN = 12;

    private CostsSection() {}

    /** A proposal that cost something, in the words of the table. */
    private record Line(String name, String tip, String proposer, String fate, Cost cost) {
        static Line of(String name, String tip, Proposal proposal, String fate) {
            return new Line(name, tip, proposal.proposer(), fate, proposal.cost());
        }
    }

    static Markup of(RunHistory history) {
        var lines = lines(history);
        if (lines.isEmpty()) {
            return Markup.NOTHING;
        }
        var details = lines.size() <= ALL_OPEN
                ? tag("details", "class", "card step", "open", "")
                : tag("details", "class", "card step");
        return Section.of(
                "costs",
                "What proposals cost",
                "Tokens in and out, and dollars at the prices of the configuration, for each candidate that was paid for.",
                details.holding(
                        tag("summary")
                                .holding(tag("span", "class", "brief")
                                        .text(Figures.count(lines.size(), "candidate") + ", " + spent(sum(lines)))),
                        tag("div", "class", "scroll").holding(table(history, lines))));
    }

    /** Returns whether a proposal cost anything. */
    static boolean paid(Cost cost) {
        return cost.tokens() > 0 || cost.dollars() > 0;
    }

    /** Returns a cost in words. */
    static String spent(Cost cost) {
        return Figures.count(cost.tokens(), "token") + ", " + Figures.dollars(cost.dollars());
    }

    private static List<Line> lines(RunHistory history) {
        var evaluated = history.candidates().stream()
                .map(candidate -> Line.of(
                        "evaluation " + candidate.number(),
                        candidate.digest(),
                        candidate.proposal(),
                        candidate.fate().label()));
        var refused = history.refusals().stream()
                .map(refusal -> Line.of(
                        "refused",
                        "before it cost an evaluation",
                        refusal.proposal(),
                        refusal.why().reason().label()));
        return Stream.concat(evaluated, refused)
                .filter(line -> paid(line.cost()))
                .toList();
    }

    private static Cost sum(List<Line> lines) {
        return new Cost(
                lines.stream().mapToLong(line -> line.cost().tokens()).sum(),
                lines.stream().mapToDouble(line -> line.cost().dollars()).sum());
    }

    private static Markup table(RunHistory history, List<Line> lines) {
        var rows = new ArrayList<Markup>();
        lines.forEach(line -> rows.add(row(
                tag("td", "data-tip", line.tip()).text(line.name()),
                tag("td").text(line.proposer()),
                tag("td")
                        .holding(tag("span", "class", "chip", "style", "--chip:" + Palette.fate(line.fate()))
                                .text(line.fate())),
                line.cost())));
        var sum = sum(lines);
        var rest = new Cost(
                history.spending().tokens() - sum.tokens(), history.spending().dollars() - sum.dollars());
        if (rest.tokens() > 0) {
            rows.add(row(
                    tag("td", "colspan", 3).text("calls that came to no proposal"),
                    Markup.NOTHING,
                    Markup.NOTHING,
                    rest));
        }
        return tag("table")
                .holding(
                        tag("thead")
                                .holding(tag("tr")
                                        .holding(
                                                tag("th").text("candidate"),
                                                tag("th").text("proposed by"),
                                                tag("th").text("outcome"),
                                                tag("th", "class", "number").text("tokens"),
                                                tag("th", "class", "number").text("dollars"))),
                        tag("tbody").holding(rows));
    }

    private static Markup row(Markup name, Markup proposer, Markup fate, Cost cost) {
        return tag("tr")
                .holding(
                        name,
                        proposer,
                        fate,
                        tag("td", "class", "number").text(Figures.count(cost.tokens())),
                        tag("td", "class", "number").text(Figures.dollars(Math.max(0, cost.dollars()))));
    }
}
