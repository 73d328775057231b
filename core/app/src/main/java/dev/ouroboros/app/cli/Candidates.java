package dev.ouroboros.app.cli;

import dev.ouroboros.app.history.RunHistory;
import dev.ouroboros.engine.loop.LoopEvent.Version;

/** Finds candidates of a run by the beginning of their digest. */
final class Candidates {
    private Candidates() {}

    static Version find(RunHistory history, String name) throws CommandFailure {
        var matching = history.versions().values().stream()
                .filter(version -> version.digest().startsWith(name))
                .toList();
        if (matching.size() == 1) {
            return matching.getFirst();
        }
        throw new CommandFailure(
                ExitCode.WRONG_USE,
                (matching.isEmpty()
                                ? "no candidate of this run begins with "
                                : matching.size() + " candidates begin with ")
                        + name + "\n`ouroboros lineage RUN` lists the accepted ones.");
    }
}
