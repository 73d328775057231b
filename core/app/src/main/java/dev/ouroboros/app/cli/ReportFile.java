package dev.ouroboros.app.cli;

import dev.ouroboros.app.history.RunHistory;
import dev.ouroboros.app.report.Report;
import dev.ouroboros.engine.archive.Archive;
import dev.ouroboros.engine.archive.ArchiveException;
import dev.ouroboros.engine.loop.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the report of a run into its folder. */
final class ReportFile {
    private ReportFile() {}

    static Path write(Archive archive, String run) {
        var ledger = archive.ledger(run);
        var history = RunHistory.of(Journal.read(ledger));
        var file = archive.folder(run).resolve("report.html");
        var html = Report.html(history, digest -> archive.blobs().get(digest).bytes(), ledger.head());
        try {
            Files.writeString(file, html);
        } catch (IOException e) {
            throw new ArchiveException(
                    "cannot write " + file + ": " + e + "\nThe run itself is archived; `ouroboros report " + run
                            + "` writes the report again.",
                    e);
        }
        return file;
    }
}
