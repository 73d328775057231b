package dev.ouroboros.app.report;

import static dev.ouroboros.app.report.Tag.tag;

import dev.ouroboros.app.history.Fate;
import dev.ouroboros.app.history.RunHistory;
import dev.ouroboros.app.report.Bars.Bar;
import dev.ouroboros.app.summary.RunSummary;
import dev.ouroboros.app.text.Figures;
import dev.ouroboros.engine.evaluation.Reason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** What was not accepted, by reason, with what was said most often. */
final class RejectionsSection {
    private static final int MOST = 12;
    private static final int LINE = 140;

    private RejectionsSection() {}

    static Markup of(RunHistory history, RunSummary summary, Function<String, byte[]> blobs) {
        int total =
                summary.rejected().values().stream().mapToInt(Integer::intValue).sum();
        if (total == 0) {
            return Markup.NOTHING;
        }
        var bars = summary.rejected().entrySet().stream()
                .map(entry -> new Bar(
                        entry.getKey(),
                        entry.getValue(),
                        entry.getValue() == 0
                                ? "0"
                                : entry.getValue() + " (" + Figures.percent(entry.getValue() / (double) total) + ")",
                        Palette.fate(entry.getKey())))
                .toList();
        return Section.of(
                "rejections",
                "What was not accepted",
                "A search that fails at nothing tries too little. Duplicates were refused before they cost an"
                        + " evaluation.",
                tag("div", "class", "card")
                        .holding(
                                Bars.of("rejections", "Candidates not accepted, by reason", bars),
                                messages(history),
                                Counterexamples.of(history, blobs)));
    }

    /** Messages that differ in numbers only count as one. */
    private static final class Group {
        private final Reason reason;
        private final String example;
        private int count;

        Group(Reason reason, String example) {
            this.reason = reason;
            this.example = example;
        }
    }

    private static Markup messages(RunHistory history) {
        var groups = groups(history);
        return groups.isEmpty()
                ? Markup.NOTHING
                : tag("div", "class", "messages")
                        .holding(Stream.concat(
                                        Stream.of(tag("h3").text("What was said most often")),
                                        groups.stream().map(RejectionsSection::message))
                                .toList());
    }

    private static List<Group> groups(RunHistory history) {
        Map<String, Group> groups = new LinkedHashMap<>();
        history.candidates().forEach(candidate -> {
            if (candidate.fate() instanceof Fate.NotAccepted(var reason, var _, var message)) {
                add(groups, reason, message);
            }
        });
        history.refusals()
                .forEach(refusal ->
                        add(groups, refusal.why().reason(), refusal.why().message()));
        return groups.values().stream()
                .sorted((a, b) -> Integer.compare(b.count, a.count))
                .limit(MOST)
                .toList();
    }

    private static void add(Map<String, Group> groups, Reason reason, String message) {
        switch (reason) {
            case NOT_BETTER, INCONCLUSIVE, DUPLICATE -> {}
            case BUILD, INCORRECT, GUARD, TIMEOUT, MEMORY, FAULTED ->
                groups.computeIfAbsent(
                                reason + firstLine(message).replaceAll("[0-9]+", "#"), _ -> new Group(reason, message))
                        .count++;
        }
    }

    private static Markup message(Group group) {
        return tag("details", "class", "message")
                .holding(
                        tag("summary")
                                .holding(
                                        tag("span", "class", "count").text(group.count + "×"),
                                        tag(
                                                        "span",
                                                        "class",
                                                        "chip",
                                                        "style",
                                                        "--chip:" + Palette.fate(group.reason.label()))
                                                .text(group.reason.label()),
                                        tag("span", "class", "first").text(firstLine(group.example))),
                        Section.listing(group.example));
    }

    private static String firstLine(String message) {
        var line = message.lines().filter(text -> !text.isBlank()).findFirst().orElse("(no message)");
        return line.length() > LINE ? line.substring(0, LINE) + "…" : line;
    }
}
