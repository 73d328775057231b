package dev.ouroboros.app.mcp;

import dev.ouroboros.app.external.Complaint;
import dev.ouroboros.app.history.RunHistory;
import dev.ouroboros.app.summary.RunSummary;
import dev.ouroboros.engine.archive.Archive;
import dev.ouroboros.engine.loop.Journal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Reads what is archived. An archive belongs to one thread, so every call opens its own. */
final class Ledgers {
    private final House house;

    Ledgers(House house) {
        this.house = house;
    }

    List<RunHistory> all() {
        return reading(archive ->
                archive.runs().stream().map(run -> history(archive, run)).toList());
    }

    /** Returns the run that is meant: by its name, the beginning of it, or {@code last}. */
    RunHistory history(String name) throws Complaint {
        var full = find(name);
        return reading(archive -> history(archive, full));
    }

    RunSummary summary(String run) {
        return reading(archive -> {
            var file = archive.folder(run).resolve("report.html");
            return RunSummary.of(history(archive, run), Files.exists(file) ? file.toString() : null);
        });
    }

    Path report(String run) {
        return reading(archive -> house.report().apply(archive, run));
    }

    <T> T reading(Function<Archive, T> read) {
        try (var archive = Archive.open(house.workspace())) {
            return read.apply(archive);
        }
    }

    private String find(String name) throws Complaint {
        var all = reading(Archive::runs);
        if (name.equals("last") && !all.isEmpty()) {
            return all.getLast();
        }
        var meant = all.stream().filter(run -> run.startsWith(name)).toList();
        if (all.contains(name) || meant.size() == 1) {
            return all.contains(name) ? name : meant.getFirst();
        }
        throw new Complaint((meant.isEmpty() ? "no run of this workspace begins with '" : "several runs begin with '")
                + name + "'\nCall list_runs, and give the full name of one; last means the newest.");
    }

    private static RunHistory history(Archive archive, String run) {
        return RunHistory.of(Journal.read(archive.ledger(run)));
    }
}
