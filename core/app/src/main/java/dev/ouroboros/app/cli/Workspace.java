package dev.ouroboros.app.cli;

import dev.ouroboros.app.history.RunHistory;
import dev.ouroboros.engine.archive.Archive;
import dev.ouroboros.engine.loop.Journal;
import dev.ouroboros.engine.loop.LoopEvent.RunStarted;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Opens workspaces and finds runs in them. */
final class Workspace {
    private Workspace() {}

    /** Opens the workspace of a command that only reads; one that is not there is an error, not made. */
    static Archive existing(Path folder) throws CommandFailure {
        if (!Files.isRegularFile(folder.resolve("archive.db"))) {
            throw new CommandFailure(
                    ExitCode.WRONG_USE,
                    "no workspace in " + folder.toAbsolutePath()
                            + "\nMaybe you are in another folder than the run was started in; --workspace DIR names"
                            + " it.");
        }
        return Archive.open(folder);
    }

    /** Returns the full name of the run that {@code name} means: its name, the beginning of it, or {@code last}. */
    static String find(Archive archive, String name) throws CommandFailure {
        var all = archive.runs();
        if (all.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.WRONG_USE, "this workspace has no runs yet; `ouroboros run TASK` makes one");
        }
        if (name.equals("last")) {
            return all.getLast();
        }
        if (all.contains(name)) {
            return name;
        }
        var matching = all.stream().filter(run -> run.startsWith(name)).toList();
        if (matching.size() == 1) {
            return matching.getFirst();
        }
        var what = matching.isEmpty() ? "no run is named " + name : name + " could mean " + matching;
        throw new CommandFailure(
                ExitCode.WRONG_USE, what + "\n`ouroboros runs` lists them; `last` means the newest, " + all.getLast());
    }

    /** Reads a run. */
    static RunHistory history(Archive archive, String run) {
        return RunHistory.of(Journal.read(archive.ledger(run)));
    }

    /** Reads how a run began. */
    static RunStarted start(Archive archive, String run) {
        return history(archive, run).start();
    }

    /** Returns where the run's report lies, or null if none was written. */
    static @Nullable String report(Archive archive, String run) {
        var file = archive.folder(run).resolve("report.html");
        return Files.exists(file) ? file.toString() : null;
    }
}
