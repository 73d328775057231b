package dev.ouroboros.app.cli;

import dev.ouroboros.app.delta.DeltaResult;
import dev.ouroboros.app.delta.DeltaResult.Edits;
import dev.ouroboros.app.delta.Interval;
import java.util.Locale;
import java.util.stream.Collectors;

/** A delta for people who read it in a terminal. */
final class DeltaText {
    private final StringBuilder lines = new StringBuilder();

    private DeltaText() {}

    static String of(DeltaResult result) {
        return new DeltaText().written(result);
    }

    private String written(DeltaResult result) {
        line("delta", result.interval());
        lines.append(String.format(
                Locale.ROOT,
                "%nP(%s is better than %s)   %.4f%n%n",
                result.versions().b().name(),
                result.versions().a().name(),
                result.pBetter()));
        line("floor", result.floor());
        line("placebo", result.placebo());
        line("known better", result.knownBetter());
        result.beside().forEach((than, pair) -> {
            line("A over " + than, pair.a());
            line("B over " + than, pair.b());
        });
        lines.append('\n');
        result.tasks()
                .forEach((name, task) ->
                        line(name, new Interval(task.delta(), task.low(), task.high(), task.pBetter())));
        improvements(result);
        var making = result.making();
        if (making != null) {
            lines.append('\n');
            edits("A", making.made().a());
            edits("B", making.made().b());
        }
        return lines.append("\nreport: ").append(result.report()).toString();
    }

    private void improvements(DeltaResult result) {
        lines.append("\nimp@k            A        B    B / A\n");
        result.imp()
                .forEach((k, imp) -> lines.append(String.format(
                        Locale.ROOT,
                        "%-10s %7.3f  %7.3f  %7.3f  (%.3f … %.3f)%n",
                        "k = " + k,
                        imp.a(),
                        imp.b(),
                        imp.ratio(),
                        imp.low(),
                        imp.high())));
    }

    private void edits(String version, Edits edits) {
        lines.append(String.format(
                Locale.ROOT,
                "edits of %s       %.1f accepted (%s), %.1f could not be played%n",
                version,
                edits.accepted(),
                edits.by().entrySet().stream()
                        .map(each -> String.format(Locale.ROOT, "%s %.1f", each.getKey(), each.getValue()))
                        .collect(Collectors.joining(", ")),
                edits.failed()));
    }

    private void line(String name, Interval interval) {
        lines.append(String.format(
                Locale.ROOT,
                "%-16s %+.4f  (%+.4f … %+.4f)%n",
                name,
                interval.delta(),
                interval.low(),
                interval.high()));
    }
}
