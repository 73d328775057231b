package dev.ouroboros.app.cli;

import dev.ouroboros.app.external.FolderGuest;
import dev.ouroboros.engine.loop.Listener;
import dev.ouroboros.engine.propose.GuestProposer;
import dev.ouroboros.engine.propose.Proposer;
import dev.ouroboros.engine.search.SearchProposer;
import dev.ouroboros.engine.task.Task;
import java.util.function.Function;

/**
 * Who proposes in a run. Closing it gives back what it holds.
 *
 * @param proposer makes the proposer of a task
 * @param name as the archive keeps it
 * @param offline whether it gives the same proposals for the same context
 * @param listener hears what happens in the run
 */
record ProposerChoice(
        Function<Task, Proposer> proposer, String name, boolean offline, Listener listener, Runnable release)
        implements AutoCloseable {

    /** One that does not listen. */
    ProposerChoice(Function<Task, Proposer> proposer, String name, boolean offline, Runnable release) {
        this(proposer, name, offline, _ -> {}, release);
    }

    /** Returns somebody outside. */
    static ProposerChoice external(FolderGuest guest) {
        return new ProposerChoice(_ -> new GuestProposer(guest), Who.EXTERNAL.label(), false, guest, () -> {});
    }

    /** Returns the offline search. */
    static ProposerChoice search() {
        return new ProposerChoice(SearchProposer::of, Who.SEARCH.label(), true, () -> {});
    }

    /** Returns what replays a run of that proposer: the search proposes again, of all others the record is taken. */
    static ProposerChoice replaying(String name) {
        return name.equals(Who.SEARCH.label())
                ? search()
                : new ProposerChoice(ProposerChoice::nobody, name, false, () -> {});
    }

    private static Proposer nobody(Task task) {
        return (context, count, random) -> {
            throw new IllegalStateException("the proposals of task " + task.name() + " are taken from the record");
        };
    }

    @Override
    public void close() {
        release.run();
    }
}
