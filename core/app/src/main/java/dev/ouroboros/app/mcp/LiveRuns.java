package dev.ouroboros.app.mcp;

import dev.ouroboros.app.external.Complaint;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/** The runs that this server works on. Safe for use by several threads. */
final class LiveRuns {
    private final List<LiveRun> runs = new CopyOnWriteArrayList<>();

    /** Takes up a run whose name is known by now. */
    void add(LiveRun run) {
        runs.removeIf(other -> Objects.equals(other.desk().name(), run.desk().name()));
        runs.add(run);
    }

    /**
     * Returns the run that is meant.
     *
     * @param name its name, or the beginning of it
     */
    LiveRun find(String name) throws Complaint {
        var meant = runs.stream()
                .filter(run -> Objects.requireNonNullElse(run.desk().name(), "").startsWith(name))
                .toList();
        if (meant.size() == 1 && !name.isEmpty()) {
            return meant.getFirst();
        }
        if (runs.isEmpty()) {
            throw new Complaint("no run is open in this server\nCall open_run with a task, or resume_run with one of"
                    + " list_runs.");
        }
        throw new Complaint("'" + name + "' is none of the runs that are open in this server: "
                + runs.stream().map(run -> run.desk().name()).toList()
                + "\nCall open_run, or resume_run if list_runs shows it as unfinished.");
    }

    /** Returns whether somebody here works on the run of that name. */
    boolean worksOn(String name) {
        return runs.stream()
                .anyMatch(run -> name.equals(run.desk().name())
                        && !run.desk().status().phase().over());
    }

    /** Ends all between two events; they can be resumed. */
    void pauseAll() throws InterruptedException {
        for (var run : runs) {
            run.pause();
        }
    }
}
