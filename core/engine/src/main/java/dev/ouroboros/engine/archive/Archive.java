package dev.ouroboros.engine.archive;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
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

    private Archive(Path workspace, Connection connection) {
        this.workspace = workspace;
        this.connection = connection;
        this.database = Jdbi.create(connection);
        this.blobs = new BlobStore(workspace.resolve("blobs"));
    }

    /** Opens the archive in {@code workspace}, which is made if it is not there. */
    public static Archive open(Path workspace) {
        return open(workspace, new SQLiteConfig());
    }

    static Archive open(Path workspace, SQLiteConfig config) {
        try {
            Files.createDirectories(workspace.resolve("blobs"));
            Files.createDirectories(workspace.resolve("runs"));
        } catch (IOException e) {
            throw Diagnosis.of("make the workspace " + workspace, e);
        }
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        // NORMAL survives a killed process; only a power cut may take the last transactions, never the file.
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setBusyTimeout(30_000);
        var source = new SQLiteDataSource(config);
        var file = workspace.resolve("archive.db");
        source.setUrl("jdbc:sqlite:" + file);
        try {
            // One connection for the life of the archive: opening a SQLite file costs more than an append.
            var archive = new Archive(workspace, source.getConnection());
            archive.makeTables();
            return archive;
        } catch (SQLException e) {
            throw Diagnosis.of("open " + file, e);
        }
    }

    private void makeTables() {
        try {
            database.useHandle(handle -> {
                handle.execute("CREATE TABLE IF NOT EXISTS run (key INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE,"
                        + " entries INTEGER NOT NULL, head TEXT NOT NULL)");
                handle.execute("CREATE TABLE IF NOT EXISTS event (run INTEGER NOT NULL, seq INTEGER NOT NULL,"
                        + " at INTEGER NOT NULL, body TEXT NOT NULL, hash TEXT NOT NULL, UNIQUE (run, seq))");
            });
        } catch (JdbiException e) {
            close();
            throw Diagnosis.of("open the archive in " + workspace, e);
        }
    }

    /** Returns the contents by digest. */
    public BlobStore blobs() {
        return blobs;
    }

    /** Returns the folder that holds the run's own files, such as its task and its report. */
    public Path folder(String run) {
        return workspace.resolve("runs").resolve(run);
    }

    /** Returns the names of all runs that began, the oldest first. */
    public List<String> runs() {
        try {
            return database.withHandle(handle -> handle.createQuery("SELECT name FROM run ORDER BY key")
                    .mapTo(String.class)
                    .list());
        } catch (JdbiException e) {
            throw Diagnosis.of("read the runs of " + workspace, e);
        }
    }

    /**
     * Makes the folder of a new run and returns its ledger, still empty. The archive lists the run with its first
     * entry, so that a run is there with its start or not at all.
     *
     * @return null if there is a folder of that name
     */
    public @Nullable Ledger create(String run) {
        try {
            Files.createDirectory(folder(run));
            return Ledger.unborn(database, run);
        } catch (FileAlreadyExistsException taken) {
            return null;
        } catch (IOException e) {
            throw Diagnosis.of("make the folder of run " + run, e);
        }
    }

    /**
     * Returns the ledger of a run.
     *
     * @throws ArchiveException if there is no such run
     */
    public Ledger ledger(String run) {
        var ledger = Ledger.find(database, run);
        if (ledger == null) {
            throw new ArchiveException("no run " + run + " in " + workspace + "\n"
                    + "Maybe another workspace is meant (--workspace DIR), or the run was killed before it began;"
                    + " `ouroboros runs` lists those of this one.");
        }
        return ledger;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw Diagnosis.of("close " + workspace, e);
        }
    }
}
