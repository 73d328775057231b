package dev.ouroboros.app.delta;

import dev.ouroboros.engine.process.ToolRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.ZipFile;

/** Finds the source that a user names, and copies the part of it that is played. */
final class Sources {
    /** Names the files as they lie in the folder of the program, committed or not. */
    static final String WORKING = "working";

    /** What is built of a version: the search and what it stands on. */
    static final String PART = "core/engine/src/main";

    private final Path home;
    private final Git git;

    Sources(Path home, ToolRunner tools) {
        this.home = home;
        this.git = new Git(tools, home);
    }

    /** Finds what {@code name} means: {@code working}, a revision of the repository, or a folder with a checkout. */
    Source find(String name, Consumer<String> note) throws DeltaException, InterruptedException {
        if (name.equals(WORKING)) {
            return checkout(name, home);
        }
        var commit = git.commit(name);
        if (commit != null) {
            if (commit.equals(git.commit("HEAD")) && git.isDirty(PART)) {
                note.accept("note: " + name + " is played as it was committed; the changes since then are in '"
                        + WORKING + "'");
            }
            return new Source.Commit(name, commit, home);
        }
        var folder = Path.of(name);
        if (Files.isDirectory(folder)) {
            return checkout(name, folder);
        }
        throw new DeltaException("'" + name + "' is no revision of "
                + (git.isThere() ? "the repository in " + home : home + ", which is no git repository")
                + ", and no folder\nExpected a revision such as HEAD~1, a branch, a tag or a commit; '" + WORKING
                + "' for the files as they are; or a folder with a checkout.");
    }

    /** Copies what is built to an empty folder. */
    void copy(Source source, Path to) throws DeltaException, InterruptedException {
        try {
            switch (source) {
                case Source.Checkout checkout -> copy(checkout.folder().resolve(PART), to);
                case Source.Commit commit -> unpack(commit, to);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the source of " + source.name() + " cannot be copied", e);
        }
    }

    private static Source checkout(String name, Path folder) throws DeltaException {
        if (!Files.isDirectory(folder.resolve(PART))) {
            throw new DeltaException(
                    "the folder " + folder.toAbsolutePath() + " has no " + PART + "; expected a checkout of Ouroboros");
        }
        return new Source.Checkout(name, folder.toAbsolutePath().normalize());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private void unpack(Source.Commit commit, Path to) throws IOException, DeltaException, InterruptedException {
        var zip = to.resolveSibling(to.getFileName() + ".zip");
        if (!git.archive(commit.commit(), PART, zip)) {
            throw new DeltaException(commit.name() + " (" + commit.commit() + ") has no " + PART
                    + ": it is from before there was a search");
        }
        unpack(zip, to);
    }

    private static void unpack(Path zip, Path to) throws IOException {
        try (var file = new ZipFile(zip.toFile())) {
            for (var entry : file.stream().filter(entry -> !entry.isDirectory()).toList()) {
                var target = to.resolve(Path.of(PART)
                                .relativize(Path.of(entry.getName()).normalize())
                                .toString())
                        .normalize();
                if (!target.startsWith(to)) {
                    throw new IOException(entry.getName() + " would lie outside of the folder");
                }
                Files.createDirectories(target.getParent());
                try (var in = file.getInputStream(entry)) {
                    Files.copy(in, target);
                }
            }
        }
    }
}
