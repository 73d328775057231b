package dev.ouroboros.app.report;

import static dev.ouroboros.app.report.Tag.tag;

import dev.ouroboros.app.history.Goal;
import dev.ouroboros.app.history.Landscape;
import dev.ouroboros.app.history.Landscape.Place;
import dev.ouroboros.app.history.RunHistory;
import dev.ouroboros.app.text.Figures;
import dev.ouroboros.engine.evaluation.Direction;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Candidates by several objectives at once: each of the watched ones against the one that decides. */
final class ParetoSection {
    private ParetoSection() {}

    static Markup of(RunHistory history) {
        var landscape = Landscape.of(history);
        Double volume = landscape.hypervolume();
        if (volume == null) {
            return Markup.NOTHING;
        }
        var goals = landscape.goals();
        return Section.of(
                "front",
                "Several objectives",
                "Large dots are the seed and what was accepted, small ones what was not. On the line lies what no"
                        + " accepted candidate beats by both objectives. Ticks at the edge are candidates of which the"
                        + " other objective was not measured.",
                tag("div", "class", "card")
                        .holding(
                                Markup.join(goals.stream()
                                        .skip(1)
                                        .map(goal -> ParetoChart.of(landscape, goals.getFirst(), goal))
                                        .toList()),
                                table(landscape),
                                tag("p", "class", "note").text(meaning(history, landscape, volume))));
    }

    private static String meaning(RunHistory history, Landscape landscape, double volume) {
        var missing = history.task().objectives().stream()
                .filter(goal -> !landscape.goals().contains(goal))
                .map(Goal::metric)
                .collect(Collectors.joining(", "));
        return "Hypervolume " + Figures.value(volume)
                + "; 1 is what the seed alone dominates, where an objective that is minimized"
                + " counts from twice the seed's value down, and one that is maximized from 0 up."
                + (missing.isEmpty() ? "" : " Not compared, for the seed has no value of it above 0: " + missing + ".");
    }

    private static Markup table(Landscape landscape) {
        var goals = landscape.goals();
        return tag("div", "class", "scroll")
                .holding(tag("table")
                        .holding(
                                tag("thead")
                                        .holding(tag("tr")
                                                .holding(Stream.concat(
                                                                Stream.of(tag("th")
                                                                        .text("on the front")),
                                                                goals.stream()
                                                                        .map(goal -> tag("th", "class", "number")
                                                                                .text(name(goal))))
                                                        .toList())),
                                tag("tbody")
                                        .holding(landscape.members().stream()
                                                .map(place -> row(place, goals))
                                                .toList())));
    }

    private static Markup row(Place place, List<Goal> goals) {
        return tag("tr")
                .holding(Stream.concat(
                                Stream.of(tag("td")
                                        .holding(
                                                Markup.text(place.number() == 0 ? "seed " : "#" + place.number() + " "),
                                                tag("code").text(Figures.digest(place.candidate())))),
                                goals.stream()
                                        .map(goal ->
                                                tag("td", "class", "number").text(value(place, goal))))
                        .toList());
    }

    static String value(Place place, Goal goal) {
        Double value = place.value(goal);
        return value == null ? "–" : Figures.value(value) + (goal.unit().isEmpty() ? "" : " " + goal.unit());
    }

    static String name(Goal goal) {
        return goal.metric() + (goal.direction() == Direction.MINIMIZE ? " ↓" : " ↑");
    }
}
