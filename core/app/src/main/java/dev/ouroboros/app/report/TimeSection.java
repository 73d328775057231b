package dev.ouroboros.app.report;

import static dev.ouroboros.app.report.Tag.tag;

import dev.ouroboros.app.history.Candidate;
import dev.ouroboros.app.history.Confirmation;
import dev.ouroboros.app.history.RunHistory;
import dev.ouroboros.app.report.Bars.Bar;
import dev.ouroboros.app.text.Figures;
import dev.ouroboros.engine.evaluation.Evaluation;
import dev.ouroboros.engine.loop.LoopEvent.Kind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Where the time went. */
final class TimeSection {
    private TimeSection() {}

    static Markup of(RunHistory history) {
        var seconds = seconds(history);
        double total =
                seconds.values().stream().mapToDouble(Double::doubleValue).sum();
        if (total == 0) {
            return Markup.NOTHING;
        }
        var bars = seconds.entrySet().stream()
                .map(entry -> new Bar(
                        entry.getKey(),
                        entry.getValue(),
                        Figures.seconds(entry.getValue()) + " (" + Figures.percent(entry.getValue() / total) + ")",
                        "var(--time)"))
                .toList();
        return Section.of(
                "time",
                "Where the time went",
                "Stages are summed over all candidates and can run side by side, so the bars may add up to more than the "
                        + Figures.duration(history.duration()) + " on the clock.",
                tag("div", "class", "card").holding(Bars.of("time", "Seconds by stage", bars)));
    }

    private static Map<String, Double> seconds(RunHistory history) {
        var seconds = new LinkedHashMap<String, Double>();
        Stream.concat(
                        Stream.ofNullable(history.baseline()),
                        history.candidates().stream().map(Candidate::evaluation))
                .map(Evaluation::stages)
                .forEach(stages -> stages.forEach(stage -> seconds.merge(stage.stage(), stage.seconds(), Double::sum)));
        add(seconds, "confirmation", confirmations(history, kind -> kind == Kind.CANDIDATE));
        add(seconds, "controls", confirmations(history, kind -> kind != Kind.CANDIDATE));
        add(seconds, "re-run", history.rerunDuration().toMillis() / 1e3);
        return seconds;
    }

    private static double confirmations(RunHistory history, Predicate<Kind> kind) {
        return history.confirmations().stream()
                .filter(confirmation -> kind.test(confirmation.start().kind()))
                .map(Confirmation::duration)
                .mapToDouble(duration -> duration.toMillis() / 1e3)
                .sum();
    }

    private static void add(Map<String, Double> seconds, String name, double value) {
        if (value > 0) {
            seconds.merge(name, value, Double::sum);
        }
    }
}
