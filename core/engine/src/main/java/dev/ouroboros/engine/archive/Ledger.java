package dev.ouroboros.engine.archive;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** The events of one run: append-only and hash-chained. One writer at a time; see {@link RunLock}. */
public final class Ledger {
    private final Jdbi database;
    private final long key;
    private final String run;
    private long seq;
    private String head;

    Ledger(Jdbi database, long key, String run) {
        this.database = database;
        this.key = key;
        this.run = run;
        this.head = Entry.genesis(run);
        database.useHandle(
                handle -> handle.createQuery("SELECT seq, hash FROM event WHERE run = :run ORDER BY seq DESC LIMIT 1")
                        .bind("run", key)
                        .map((row, context) -> {
                            seq = row.getLong("seq");
                            head = row.getString("hash");
                            return seq;
                        })
                        .findOne());
    }

    /** Returns the name of the run. */
    public String run() {
        return run;
    }

    /** Returns the hash of the last entry. */
    public String head() {
        return head;
    }

    /**
     * Appends events in one transaction: after a crash all of them are there or none.
     *
     * @throws ArchiveException if they could not be written; then none was
     */
    public List<Entry> append(List<String> bodies, Instant at) {
        var entries = new ArrayList<Entry>(bodies.size());
        var moment = at.truncatedTo(ChronoUnit.MILLIS);
        var before = head;
        for (var body : bodies) {
            long next = seq + entries.size() + 1;
            before = Entry.hash(before, next, moment, body);
            entries.add(new Entry(next, moment, body, before));
        }
        try {
            database.useTransaction(handle -> entries.forEach(entry -> insert(handle, entry)));
        } catch (JdbiException e) {
            throw Archive.failure("append to the ledger of run " + run, e);
        }
        seq += entries.size();
        head = before;
        return entries;
    }

    /** Returns all entries in order. */
    public List<Entry> read() {
        return database.withHandle(handle -> handle.createQuery(
                        "SELECT seq, at, body, hash FROM event WHERE run = :run ORDER BY seq")
                .bind("run", key)
                .map((row, context) -> new Entry(
                        row.getLong("seq"),
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getString("body"),
                        row.getString("hash")))
                .list());
    }

    /** Returns every place where the chain does not hold; empty if it is whole. */
    public List<String> check() {
        var faults = new ArrayList<String>();
        var before = Entry.genesis(run);
        long expected = 1;
        for (var entry : read()) {
            if (entry.seq() != expected) {
                faults.add("entry " + expected + " is missing: the next one is " + entry.seq());
            }
            if (!Entry.hash(before, entry.seq(), entry.at(), entry.body()).equals(entry.hash())) {
                faults.add("entry " + entry.seq() + " was changed: its hash does not follow from its content and the"
                        + " entry before");
            }
            before = entry.hash();
            expected = entry.seq() + 1;
        }
        return faults;
    }

    private void insert(Handle handle, Entry entry) {
        handle.createUpdate("INSERT INTO event (run, seq, at, body, hash) VALUES (:run, :seq, :at, :body, :hash)")
                .bind("run", key)
                .bind("seq", entry.seq())
                .bind("at", entry.at().toEpochMilli())
                .bind("body", entry.body())
                .bind("hash", entry.hash())
                .execute();
    }
}
