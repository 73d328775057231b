package dev.ouroboros.engine.archive;

import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/** What an error of SQLite or of the file system means for a user, and what to do about it. */
final class Diagnosis {
    private static final String FULL =
            "The disk is full. Nothing that was archived is lost: make room, then `ouroboros resume RUN`.";

    private Diagnosis() {}

    /** Returns the exception for what SQLite could not do; {@code failed} is or wraps an {@link SQLException}. */
    static ArchiveException of(String what, Exception failed) {
        var cause = rootOf(failed);
        return exception(what, String.valueOf(cause.getMessage()), mend(cause), failed);
    }

    /** Returns the exception for a file that could not be read or written. */
    static ArchiveException of(String what, IOException failed) {
        var text = failed.toString();
        return exception(what, text, text.contains("No space left on device") ? FULL : null, failed);
    }

    private static ArchiveException exception(String what, String text, @Nullable String mend, Exception cause) {
        var line = text.lines().findFirst().orElse("");
        return new ArchiveException("cannot " + what + ": " + line + (mend == null ? "" : "\n" + mend), cause);
    }

    /** Jdbi repeats the statement with all its arguments, a whole event among them; SQLite itself is brief. */
    private static Throwable rootOf(Exception failed) {
        Throwable cause = failed;
        while (!(cause instanceof SQLException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static @Nullable String mend(Throwable cause) {
        if (!(cause instanceof SQLException sql)) {
            return null;
        }
        // The low byte is the primary code; the rest tells its variants apart.
        return switch (SQLiteErrorCode.getErrorCode(sql.getErrorCode() & 0xff)) {
            case SQLITE_FULL -> FULL;
            case SQLITE_BUSY ->
                "Another process has been writing to this workspace for too long. Maybe one hangs: end it and try again.";
            case SQLITE_CORRUPT, SQLITE_NOTADB ->
                "The file is damaged. Blobs and reports are files of their own and still whole; restore archive.db from"
                        + " a backup, or start in another workspace (--workspace DIR).";
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM ->
                "Maybe the folder belongs to somebody else or cannot be written; choose another one (--workspace DIR).";
            default -> null;
        };
    }
}
