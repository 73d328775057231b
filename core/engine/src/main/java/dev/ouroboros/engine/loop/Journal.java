package dev.ouroboros.engine.loop;

import dev.ouroboros.engine.archive.ArchiveException;
import dev.ouroboros.engine.archive.Entry;
import dev.ouroboros.engine.archive.Ledger;
import java.time.InstantSource;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Writes events to a run's ledger and reads them back. */
public final class Journal {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final Ledger ledger;
    private final InstantSource clock;
    private final List<Listener> listeners;

    public Journal(Ledger ledger, InstantSource clock, List<Listener> listeners) {
        this.ledger = ledger;
        this.clock = clock;
        this.listeners = List.copyOf(listeners);
    }

    /** Archives the event, then tells the listeners. */
    public Stamped append(LoopEvent event) {
        var entry = ledger.append(List.of(JSON.writeValueAsString(event)), clock.instant())
                .getFirst();
        var stamped = new Stamped(entry.seq(), entry.at(), event);
        listeners.forEach(listener -> listener.on(stamped));
        return stamped;
    }

    /** Returns all events of the ledger, in order. */
    public static List<Stamped> read(Ledger ledger) {
        return ledger.read().stream().map(Journal::stamped).toList();
    }

    private static Stamped stamped(Entry entry) {
        try {
            return new Stamped(entry.seq(), entry.at(), JSON.readValue(entry.body(), LoopEvent.class));
        } catch (JacksonException e) {
            throw new ArchiveException(
                    "entry " + entry.seq() + " of the ledger is not an event this version knows: "
                            + e.getOriginalMessage()
                            + "\nMaybe the run was made by a newer version, or the archive was changed; `ouroboros"
                            + " verify RUN` tells.",
                    e);
        }
    }
}
