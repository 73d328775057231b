package dev.ouroboros.app.report;

import static dev.ouroboros.app.report.Tag.tag;

import dev.ouroboros.engine.arena.Arena;
import dev.ouroboros.engine.arena.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was played in the arena: one HTML file, like that of a run; the same result gives the same file. */
public final class ArenaReport {
    private ArenaReport() {}

    /** Returns the page of a result. */
    public static String html(Arena arena, Arena.Result result) {
        var body = new ArrayList<Markup>();
        body.add(tag("h1").text("The arena"));
        body.add(tag("p", "class", "lead")
                .text(arena.repeats() + " plays of each strategy on each space, seed " + arena.seed()
                        + ". 0 is random search, 1 the optimum at once. Choosing took "
                        + String.format(Locale.ROOT, "%.2f %%", 100 * result.thinkingShare())
                        + " of what the choices cost."));
        body.add(Section.of("mean", "Mean over all spaces", "", scores(result.mean())));
        result.spaces()
                .forEach((space, scores) -> body.add(Section.of(
                        "space-" + space,
                        space,
                        "How far ahead of random search, as a share of the way to the optimum, by time.",
                        ArenaChart.of(space, result.curves().getOrDefault(space, Map.of())),
                        scores(scores))));
        body.add(tag("footer").text("Written by Ouroboros from recorded spaces"));
        return Page.of("Ouroboros · arena", body);
    }

    private static Markup scores(Map<String, Score> scores) {
        var strategies = List.copyOf(scores.keySet());
        return tag("table")
                .holding(
                        tag("tr")
                                .holding(
                                        tag("th").text("strategy"),
                                        tag("th").text("P"),
                                        tag("th").text("95 % interval")),
                        Markup.join(scores.entrySet().stream()
                                .map(entry -> row(entry.getKey(), entry.getValue(), strategies.indexOf(entry.getKey())))
                                .toList()));
    }

    private static Markup row(String strategy, Score score, int number) {
        return tag("tr")
                .holding(
                        tag("td", "style", "padding-left: 10px; border-left: 6px solid " + ArenaChart.colour(number))
                                .text(strategy),
                        tag("td").text(figure(score.p())),
                        tag("td").text(figure(score.low()) + " to " + figure(score.high())));
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
