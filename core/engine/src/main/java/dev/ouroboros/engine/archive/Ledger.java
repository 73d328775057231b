package dev.ouroboros.engine.archive;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** The events of one run: append-only and hash-chained. One writer at a time; see {@link RunLock}. */
public final class Ledger {
    private final Jdbi database;
    private final String run;
    private Head head;

    /**
     * The end of a ledger.
     *
     * @param key of the run in the database; null before its first entry
     * @param hash of the last entry
     */
    private record Head(@Nullable Long key, long entries, String hash) {}

    private Ledger(Jdbi database, String run, Head head) {
        this.database = database;
        this.run = run;
        this.head = head;
    }

    /** Returns the empty ledger of a run that the database does not know before the first append. */
    static Ledger unborn(Jdbi database, String run) {
        return new Ledger(database, run, new Head(null, 0, Entry.genesis(run)));
    }

    /** Returns the ledger of a run the database knows, or null. */
    static @Nullable Ledger find(Jdbi database, String run) {
        try {
            var found = database.withHandle(handle -> handle.createQuery(
                            "SELECT key, entries, head FROM run WHERE name = :name")
                    .bind("name", run)
                    .map((row, context) -> new Head(row.getLong("key"), row.getLong("entries"), row.getString("head")))
                    .list());
            return found.isEmpty() ? null : new Ledger(database, run, found.getFirst());
        } catch (JdbiException e) {
            throw Diagnosis.of("read run " + run, e);
        }
    }

    /** Returns the name of the run. */
    public String run() {
        return run;
    }

    /** Returns the hash of the last entry. */
    public String head() {
        return head.hash();
    }

    /**
     * Appends events in one transaction: after a crash all of them are there or none.
     *
     * @throws ArchiveException if they could not be written; then none was
     */
    public List<Entry> append(List<String> bodies, Instant at) {
        var entries = new ArrayList<Entry>(bodies.size());
        var moment = at.truncatedTo(ChronoUnit.MILLIS);
        var before = head.hash();
        for (var body : bodies) {
            long next = head.entries() + entries.size() + 1;
            before = Entry.hash(before, next, moment, body);
            entries.add(new Entry(next, moment, body, before));
        }
        try {
            head = database.inTransaction(handle -> insert(handle, entries));
        } catch (JdbiException e) {
            throw Diagnosis.of("append to the ledger of run " + run, e);
        }
        return entries;
    }

    private Head insert(Handle handle, List<Entry> entries) {
        var last = entries.getLast();
        long key = moveHead(handle, last);
        for (var entry : entries) {
            handle.createUpdate("INSERT INTO event (run, seq, at, body, hash) VALUES (:run, :seq, :at, :body, :hash)")
                    .bind("run", key)
                    .bind("seq", entry.seq())
                    .bind("at", entry.at().toEpochMilli())
                    .bind("body", entry.body())
                    .bind("hash", entry.hash())
                    .execute();
        }
        return new Head(key, last.seq(), last.hash());
    }

    /** Enters the run with its first entries, afterwards moves the head; whoever has an old head must not append. */
    private long moveHead(Handle handle, Entry last) {
        var key = head.key();
        if (key == null) {
            return handle.createUpdate("INSERT INTO run (name, entries, head) VALUES (:name, :entries, :head)")
                    .bind("name", run)
                    .bind("entries", last.seq())
                    .bind("head", last.hash())
                    .executeAndReturnGeneratedKeys("key")
                    .mapTo(Long.class)
                    .one();
        }
        int moved = handle.createUpdate(
                        "UPDATE run SET entries = :entries, head = :head WHERE key = :key AND head = :old")
                .bind("entries", last.seq())
                .bind("head", last.hash())
                .bind("key", key)
                .bind("old", head.hash())
                .execute();
        if (moved != 1) {
            throw new ArchiveException("cannot append to the ledger of run " + run + ": it does not end any more where"
                    + " this process left it\nMaybe another process works on the run; one of them must stop.");
        }
        return key;
    }

    /** Returns all entries in order. */
    public List<Entry> read() {
        try {
            return database.withHandle(handle -> handle.createQuery(
                            "SELECT seq, at, body, hash FROM event WHERE run = :run ORDER BY seq")
                    .bind("run", head.key())
                    .map((row, context) -> new Entry(
                            row.getLong("seq"),
                            Instant.ofEpochMilli(row.getLong("at")),
                            row.getString("body"),
                            row.getString("hash")))
                    .list());
        } catch (JdbiException e) {
            throw Diagnosis.of("read the ledger of run " + run, e);
        }
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
        if (expected != head.entries() + 1 || !before.equals(head.hash())) {
            faults.add("the end was changed: the ledger should have " + head.entries() + " entries and end with hash "
                    + head.hash() + ", but has " + (expected - 1) + " and ends with " + before);
        }
        return faults;
    }
}
