package dev.ouroboros.app.report;

import static dev.ouroboros.app.report.Tag.tag;

import dev.ouroboros.app.history.RunHistory;
import dev.ouroboros.app.report.Section.Fact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** How to check all this, and where it was measured. */
final class ReproduceSection {
    private ReproduceSection() {}

    static Markup of(RunHistory history, String ledgerHead) {
        var run = ShellWord.of(history.start().run());
        return Section.of(
                "reproduce",
                "Check it yourself",
                "",
                tag("div", "class", "card")
                        .holding(
                                command(again(history), "the same search on your machine; its timings will differ"),
                                command(
                                        "./ouroboros replay " + run,
                                        "derives every decision again from the recorded measurements"),
                                command(
                                        "./ouroboros verify " + run,
                                        "checks the hash chain, so that not one byte of the record has changed"),
                                command(
                                        "./ouroboros export " + run + " --to best",
                                        "writes the best version to a folder"),
                                Section.facts(keys(history, ledgerHead))));
    }

    private static List<Fact> keys(RunHistory history, String ledgerHead) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("ledger head", tag("code").text(ledgerHead)));
        history.secrets()
                .forEach(key ->
                        facts.add(new Fact("inputs were drawn from", tag("code").text(key))));
        return facts;
    }

    static Markup environment(RunHistory history) {
        var rows = history.start().environment().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .map(entry -> tag("tr")
                        .holding(
                                tag("th", "scope", "row").text(entry.getKey()),
                                tag("td").text(entry.getValue())))
                .toList();
        var device = history.start().device();
        return Section.of(
                "environment",
                "Where it was measured",
                device == null ? "" : "Device: " + device,
                tag("div", "class", "card scroll")
                        .holding(tag("table", "class", "environment")
                                .holding(tag("tbody").holding(rows))));
    }

    private static String again(RunHistory history) {
        var start = history.start();
        return "./ouroboros run " + ShellWord.of(start.task()) + " --proposer " + ShellWord.of(start.proposer())
                + " --seed " + start.seed() + " --evaluations " + start.evaluations() + " --time "
                + Math.max(1, Math.round(start.timeSeconds())) + "s"
                + (start.sandbox().equals("none") ? " --sandbox none" : "");
    }

    private static Markup command(String command, String what) {
        return tag("div", "class", "command")
                .holding(
                        tag("p").text(what),
                        tag("div")
                                .holding(
                                        tag("code").text(command),
                                        tag("button", "type", "button", "data-copy", command)
                                                .text("copy")));
    }
}
