package dev.ouroboros.app.mcp;

import dev.ouroboros.app.external.Complaint;
import dev.ouroboros.app.history.RunHistory;
import dev.ouroboros.app.text.Ink;
import dev.ouroboros.app.view.BestView;
import dev.ouroboros.app.view.DiffView;
import dev.ouroboros.app.view.LineageView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tools that look at what a run found, open or not, whoever proposed in it. */
final class ResultTools {
    private static final String RUN =
            "Name of a run, or the beginning of it, as list_runs shows it; last is the newest.";

    private final Ledgers ledgers;

    ResultTools(Ledgers ledgers) {
        this.ledgers = ledgers;
    }

    List<Tool> all() {
        return List.of(best(), lineage(), diff(), report());
    }

    private static Schema run() {
        return Schema.needing("run").text("run", RUN);
    }

    private Tool best() {
        return new Tool(
                "best",
                "The best candidate",
                "The best candidate of a run: its gain, its parameters, and which files it changes. Before the run is"
                        + " finished confirmed_gain is what the confirmations say; best.gain comes from the fresh re-run.",
                run().map(),
                true,
                (arguments, _) -> {
                    var history = ledgers.history(arguments.text("run"));
                    arguments.rejectUnread();
                    return ledgers.<Object>reading(archive -> BestView.of(
                            history, digest -> archive.blobs().get(digest).bytes()));
                });
    }

    private Tool lineage() {
        return new Tool(
                "lineage",
                "How the best came about",
                "The accepted candidates of a run in order, each with its gain, its parent, who proposed it and why.",
                run().map(),
                true,
                (arguments, _) -> {
                    var history = ledgers.history(arguments.text("run"));
                    arguments.rejectUnread();
                    return LineageView.of(history);
                });
    }

    /** What diff answers; {@code text} is the same for people. */
    record DiffAnswer(DiffView diff, String text) {}

    private Tool diff() {
        return new Tool(
                "diff",
                "What a candidate changes",
                "What the best of a run changes in the seed, or what another candidate changes in its parent.",
                run().text(
                                "candidate",
                                "The first digits of a candidate's digest (default: the best, against the seed).")
                        .map(),
                true,
                (arguments, _) -> {
                    var history = ledgers.history(arguments.text("run"));
                    var candidate = arguments.textOrNull("candidate");
                    arguments.rejectUnread();
                    check(history, candidate);
                    var view = ledgers.reading(archive -> DiffView.of(
                            history, digest -> archive.blobs().get(digest).bytes(), candidate));
                    return new DiffAnswer(view, view.text(Ink.PLAIN));
                });
    }

    private static void check(RunHistory history, @Nullable String candidate) throws Complaint {
        long meant = candidate == null
                ? 1
                : history.candidates().stream()
                        .filter(one -> one.digest().startsWith(candidate))
                        .count();
        if (meant != 1) {
            throw new Complaint(
                    (meant == 0 ? "no evaluated candidate begins" : meant + " candidates begin") + " with '" + candidate
                            + "'\nlineage lists the accepted ones, read_context the latest; or leave candidate out.");
        }
    }

    /** What report answers. */
    record ReportAnswer(String run, String report, String next) {}

    private Tool report() {
        return new Tool(
                "report",
                "Write the report",
                "Writes the report of a run, complete or not, as one HTML file with all the evidence, and says where it"
                        + " lies. It is for people: show them the path.",
                run().map(),
                true,
                (arguments, _) -> {
                    var run = ledgers.history(arguments.text("run")).start().run();
                    arguments.rejectUnread();
                    return new ReportAnswer(
                            run, ledgers.report(run).toString(), "Show the user this path; it opens in any browser.");
                });
    }
}
