package dev.ouroboros.engine.archive;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Changes what an archive holds of a run and makes the chain of hashes fit, so that only a replay can notice. */
public final class Forger {
    private Forger() {}

    /** Replaces the events of a run, as JSON in their order. */
    public static void forge(Path workspace, String run, UnaryOperator<List<String>> change) throws SQLException {
        List<Entry> before;
        try (var archive = Archive.open(workspace)) {
            before = archive.ledger(run).read();
        }
        var bodies =
                change.apply(new ArrayList<>(before.stream().map(Entry::body).toList()));
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + workspace.resolve("archive.db"));
                var delete = connection.prepareStatement(
                        "DELETE FROM event WHERE run = (SELECT key FROM run WHERE name = ?)");
                var insert = connection.prepareStatement("INSERT INTO event (run, seq, at, body, hash)"
                        + " VALUES ((SELECT key FROM run WHERE name = ?), ?, ?, ?, ?)");
                var end = connection.prepareStatement("UPDATE run SET entries = ?, head = ? WHERE name = ?")) {
            connection.setAutoCommit(false);
            delete.setString(1, run);
            delete.executeUpdate();
            var hash = Entry.genesis(run);
            for (int i = 0; i < bodies.size(); i++) {
                var at = before.get(Math.min(i, before.size() - 1)).at();
                hash = Entry.hash(hash, i + 1, at, bodies.get(i));
                insert.setString(1, run);
                insert.setLong(2, i + 1);
                insert.setLong(3, at.toEpochMilli());
                insert.setString(4, bodies.get(i));
                insert.setString(5, hash);
                insert.executeUpdate();
            }
            end.setLong(1, bodies.size());
            end.setString(2, hash);
            end.setString(3, run);
            end.executeUpdate();
            connection.commit();
        }
    }
}
