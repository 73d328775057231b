package dev.ouroboros.engine.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The workspace: {@code archive.db} with the ledgers of all runs, {@code blobs/} with contents, and a folder for each
 * run. Nothing is ever changed or removed. Several processes may
 * use one workspace at once; an instance belongs to one thread.
 */
public final class Archive implements AutoCloseable {
    private final Path workspace;
    private final Connection connection;
    private final Jdbi database;
    private final BlobStore blobs;

    private Archive(Path workspace, Connection connection, Jdbi database) {
        this.workspace = workspace;
        this.connection = connection;
        this.database = database;
        this.blobs = new BlobStore(workspace.resolve("blobs"));
    }

    /** Opens the archive in {@code workspace}, which is made if it is not there. */
    public static Archive open(Path workspace) {
        try {
            Files.createDirectories(workspace.resolve("blobs"));
            Files.createDirectories(workspace.resolve("runs"));
        } catch (IOException e) {
            throw new ArchiveException("cannot make the workspace " + workspace + ": " + e, e);
        }
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        // NORMAL survives a killed process; only a power cut may take the last transactions, never the file.
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setBusyTimeout(30_000);
        var source = new SQLiteDataSource(config);
        var file = workspace.resolve("archive.db");
        source.setUrl("jdbc:sqlite:" + file);
        try {
            // One connection for the life of the archive: opening a SQLite file costs more than an append.
            var connection = source.getConnection();
            var database = Jdbi.create(connection);
            database.useHandle(handle -> {
                handle.execute("CREATE TABLE IF NOT EXISTS run"
                        + " (key INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, created INTEGER NOT NULL)");
                handle.execute("CREATE TABLE IF NOT EXISTS event (run INTEGER NOT NULL, seq INTEGER NOT NULL,"
                        + " at INTEGER NOT NULL, body TEXT NOT NULL, hash TEXT NOT NULL, UNIQUE (run, seq))");
            });
            return new Archive(workspace, connection, database);
        } catch (SQLException | JdbiException e) {
            throw failure("open " + file, e);
        }
    }

    /** Returns the contents by digest. */
    public BlobStore blobs() {
        return blobs;
    }

    /** Returns the folder that holds the run's own files: its task, its report, the head of its ledger. */
    public Path folder(String run) {
        return workspace.resolve("runs").resolve(run);
    }

    /** Returns the names of all runs, the oldest first. */
    public List<String> runs() {
        try {
            return database.withHandle(handle -> handle.createQuery("SELECT name FROM run ORDER BY key")
                    .mapTo(String.class)
                    .list());
        } catch (JdbiException e) {
            throw failure("read the runs of " + workspace, e);
        }
    }

    /**
     * Enters a new run.
     *
     * @throws ArchiveException if there is one of that name
     */
    public Ledger create(String run, Instant at) {
        try {
            Files.createDirectories(folder(run));
            database.useHandle(handle -> handle.createUpdate("INSERT INTO run (name, created) VALUES (:name, :created)")
                    .bind("name", run)
                    .bind("created", at.toEpochMilli())
                    .execute());
        } catch (IOException e) {
            throw new ArchiveException("cannot make the folder of run " + run + ": " + e, e);
        } catch (JdbiException e) {
            throw failure("enter run " + run, e);
        }
        return ledger(run);
    }

    /**
     * Returns the ledger of a run.
     *
     * @throws ArchiveException if there is no such run
     */
    public Ledger ledger(String run) {
        try {
            var key = database.withHandle(handle -> handle.createQuery("SELECT key FROM run WHERE name = :name")
                    .bind("name", run)
                    .mapTo(Long.class)
                    .findOne());
            return new Ledger(
                    database,
                    key.orElseThrow(() -> new ArchiveException("no run " + run + " in " + workspace + "\n"
                            + "Maybe another workspace is meant (--workspace DIR); `ouroboros runs` lists those of this"
                            + " one.")),
                    run);
        } catch (JdbiException e) {
            throw failure("read run " + run, e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure("close " + workspace, e);
        }
    }

    static ArchiveException failure(String what, Exception e) {
        var text = String.valueOf(e.getMessage());
        var mend = text.contains("SQLITE_FULL") || text.contains("database or disk is full")
                ? "\nThe disk is full. Nothing that was archived is lost: make room, then `ouroboros resume RUN`."
                : "";
        return new ArchiveException(
                "cannot " + what + ": " + text.lines().findFirst().orElse("") + mend, e);
    }
}
