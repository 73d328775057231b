package dev.ouroboros.engine.run;

import dev.ouroboros.engine.archive.Archive;
import dev.ouroboros.engine.archive.ArchiveException;
import dev.ouroboros.engine.archive.Ledger;
import dev.ouroboros.engine.archive.RunLock;
import dev.ouroboros.engine.loop.Journal;
import dev.ouroboros.engine.loop.Listener;
import dev.ouroboros.engine.loop.LoopEvent.Resumed;
import dev.ouroboros.engine.loop.LoopEvent.RunStarted;
import dev.ouroboros.engine.loop.LoopEvent.Version;
import dev.ouroboros.engine.loop.Replay;
import dev.ouroboros.engine.loop.RunState;
import dev.ouroboros.engine.loop.Stamped;
import dev.ouroboros.engine.task.Budget;
import dev.ouroboros.engine.task.Part;
import dev.ouroboros.engine.task.Task;
import dev.ouroboros.engine.task.TaskException;
import dev.ouroboros.engine.task.TaskReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;

/** Starts, resumes and replays the runs of one workspace. */
public final class Runs {
    private final Archive archive;
    private final Assembly assembly;
    private final InstantSource clock;
    private final List<Listener> listeners;

    public Runs(Archive archive, Assembly assembly, InstantSource clock, List<Listener> listeners) {
        this.archive = archive;
        this.assembly = assembly;
        this.clock = clock;
        this.listeners = List.copyOf(listeners);
    }

    /** Reads a task for the layers at hand. */
    public Task task(Path path) throws TaskException {
        return TaskReader.read(path, new HashSet<>(assembly.layers().names()));
    }

    /**
     * Runs a task from its beginning.
     *
     * @throws TaskException if the task has a mistake, found before anything is archived
     * @throws InterruptedException if it was interrupted; the run can be resumed
     */
    public RunState start(Task task, RunOptions options) throws TaskException, InterruptedException {
        var session = assembly.open(task, options);
        try (session) {
            var ledger = create(task);
            var run = ledger.run();
            try (var _ = RunLock.take(archive.folder(run))) {
                TaskCopy.write(task, archive.folder(run).resolve("task"));
                archive.blobs().put(task.seed());
                var journal = new Journal(ledger, clock, listeners);
                var first = journal.append(new RunStarted(
                        run,
                        task.name(),
                        task.source(),
                        task.parts().stream().map(Part::layer).toList(),
                        options.seed(),
                        assembly.proposerName(),
                        task.budget().evaluations(),
                        task.budget().time().toMillis() / 1e3,
                        Version.of(task.seed()),
                        session.environment(),
                        options.sandboxName(),
                        options.device()));
                return session.run(archive.blobs(), journal, clock, RunState.initial(task, first));
            }
        }
    }

    private Ledger create(Task task) {
        Ledger ledger = null;
        while (ledger == null) {
            ledger = archive.create(RunNames.next(task.name(), clock.instant()));
        }
        return ledger;
    }

    /**
     * Goes on with a run that was interrupted or killed; returns at once if it is complete.
     *
     * @throws ArchiveException if there is no such run, or somebody works on it
     */
    public RunState resume(String run, RunOptions how) throws TaskException, InterruptedException {
        archive.ledger(run); // Says so if there is no such run.
        try (var _ = RunLock.take(archive.folder(run))) {
            // Read under the lock: whoever held it until now may have appended.
            var ledger = archive.ledger(run);
            var events = Journal.read(ledger);
            var started = started(events);
            var task = recordedTask(run, started);
            checkSandbox(run, started, how);
            var options = new RunOptions(started.seed(), how.parallel(), started.device(), how.sandbox());
            try (var session = assembly.open(task, options)) {
                var state = RunState.of(task, events);
                if (state.closed()) {
                    return state;
                }
                var journal = new Journal(ledger, clock, listeners);
                return session.run(archive.blobs(), journal, clock, state.with(journal.append(new Resumed())));
            }
        }
    }

    /** Derives every decision of a run again from what was measured. */
    public Replay.Result replay(String run, RunOptions how) throws TaskException, InterruptedException {
        var events = Journal.read(archive.ledger(run));
        var started = started(events);
        var task = recordedTask(run, started);
        var options = new RunOptions(started.seed(), 1, started.device(), how.sandbox());
        try (var session = assembly.open(task, options)) {
            return session.replay(archive.blobs(), events);
        }
    }

    /** Every report of a run says what its candidates ran in, from the first to the last. */
    private static void checkSandbox(String run, RunStarted started, RunOptions how) {
        if (!started.sandbox().equals(how.sandboxName())) {
            throw new ArchiveException("run " + run + " began with sandbox " + started.sandbox()
                    + " and cannot go on with " + how.sandboxName() + "\nMaybe say --sandbox " + started.sandbox()
                    + ", or start a new run.");
        }
    }

    private Task recordedTask(String run, RunStarted started) throws TaskException {
        var task = task(archive.folder(run).resolve("task"));
        if (!task.source().equals(started.taskSource())
                || !task.seed().digest().equals(started.baseline().digest())) {
            throw new ArchiveException("the copy of the task in " + archive.folder(run)
                    + " was changed: it is not the one the run began with");
        }
        return task.withBudget(
                new Budget(started.evaluations(), Duration.ofMillis(Math.round(started.timeSeconds() * 1e3))));
    }

    private static RunStarted started(List<Stamped> events) {
        if (!events.isEmpty() && events.getFirst().event() instanceof RunStarted started) {
            return started;
        }
        throw new ArchiveException("the ledger of this run does not begin with its start");
    }
}
