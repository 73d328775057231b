package dev.ouroboros.app.report;

import static dev.ouroboros.app.report.Tag.tag;

import dev.ouroboros.app.history.RunHistory;
import dev.ouroboros.app.history.RunHistory.Status;
import java.util.ArrayList;

/** What a reader must know before believing anything else on the page. */
final class Warnings {
    private Warnings() {}

    static Markup of(RunHistory history) {
        var warnings = new ArrayList<Markup>();
        if (history.halted() != null) {
            warnings.add(warning(
                    "bad",
                    "The guard halted this run",
                    history.halted().reason()
                            + " Nothing of this run counts: what was accepted before may be wrong too."));
        }
        if (history.start().sandbox().equals("none")) {
            warnings.add(warning(
                    "bad",
                    "No sandbox",
                    "Candidates ran as ordinary processes of the user: with network, with all files, and able to disturb"
                            + " their own measurement. Do not rely on this result, and repeat it with a sandbox;"
                            + " ./ouroboros doctor says how to install one."));
        }
        if (history.status() == Status.UNFINISHED) {
            warnings.add(warning(
                    "warn",
                    "This run is not finished",
                    "It is still going on or was interrupted. What follows is a snapshot without the fresh re-run;"
                            + " ./ouroboros resume " + history.start().run() + " goes on where it stopped."));
        }
        return Markup.join(warnings);
    }

    private static Markup warning(String style, String heading, String text) {
        return tag("div", "class", "warning " + style, "role", "alert")
                .holding(tag("strong").text(heading), tag("p").text(text));
    }
}
