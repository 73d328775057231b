package dev.ouroboros.app.delta;

import java.nio.file.Path;

/** Where a version's source comes from. */
sealed interface Source {
    /** As it was asked for. */
    String name();

    /** What it is, for the record. */
    String origin();

    /** A commit of this project's repository. */
    record Commit(String name, String commit, Path repository) implements Source {
        @Override
        public String origin() {
            return commit;
        }
    }

    /** Files as they lie in a folder. */
    record Checkout(String name, Path folder) implements Source {
        @Override
        public String origin() {
            return "files of " + folder.getFileName();
        }
    }
}
