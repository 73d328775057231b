package dev.ouroboros.app.delta;

import dev.ouroboros.engine.process.ToolRunner;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.zip.ZipFile;

/** Finds the source that a user names, and copies the part of it that is played. */
final class Sources {
    /** Names the files as they lie in the folder of the program, committed or not. */
    static final String WORKING = "working";

    private static final String SERVICES = "META-INF/services";

    private final Path home;
    private final Git git;
    private final Scope scope;

    Sources(Path home, ToolRunner tools, Scope scope) {
        this.home = home;
        this.scope = scope;
        this.git = new Git(tools, home);
    }

    /** Finds what {@code name} means: {@code working}, a revision of the repository, or a folder with a checkout. */
    Source find(String name, Consumer<String> note) throws DeltaException, InterruptedException {
        if (name.equals(WORKING)) {
            return checkout(name, home);
        }
        var commit = git.commit(name);
        if (commit != null) {
            if (commit.equals(git.commit("HEAD")) && isDirty()) {
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

    private boolean isDirty() throws InterruptedException {
        for (var part : scope.parts()) {
            if (git.isDirty(part)) {
                return true;
            }
        }
        return false;
    }

    /** Copies what is built to an empty folder, all parts of it into one. */
    void copy(Source source, Path to) throws DeltaException, InterruptedException {
        try {
            for (var part : scope.parts()) {
                switch (source) {
                    case Source.Checkout checkout -> copy(checkout.folder().resolve(part), to);
                    case Source.Commit commit -> unpack(commit, part, to);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the source of " + source.name() + " cannot be copied", e);
        }
    }

    private Source checkout(String name, Path folder) throws DeltaException {
        var first = scope.parts().getFirst();
        if (!Files.isDirectory(folder.resolve(first))) {
            throw new DeltaException("the folder " + folder.toAbsolutePath() + " has no " + first
                    + "; expected a checkout of Ouroboros");
        }
        return new Source.Checkout(name, folder.toAbsolutePath().normalize());
    }

    private static void copy(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                try (var in = Files.newInputStream(file)) {
                    put(in, from.relativize(file), to);
                }
            }
        }
    }

    private void unpack(Source.Commit commit, String part, Path to)
            throws IOException, DeltaException, InterruptedException {
        var zip = to.resolveSibling(to.getFileName() + ".zip");
        if (git.archive(commit.commit(), part, zip)) {
            unpack(zip, part, to);
        } else if (part.equals(scope.parts().getFirst())) {
            throw new DeltaException(commit.name() + " (" + commit.commit() + ") has no " + part
                    + ": it is from before there was a search");
        }
    }

    private static void unpack(Path zip, String part, Path to) throws IOException {
        try (var file = new ZipFile(zip.toFile())) {
            for (var entry : file.stream().filter(entry -> !entry.isDirectory()).toList()) {
                var inside = Path.of(part).relativize(Path.of(entry.getName()).normalize());
                if (!to.resolve(inside).normalize().startsWith(to)) {
                    throw new IOException(entry.getName() + " would lie outside of the folder");
                }
                try (var in = file.getInputStream(entry)) {
                    put(in, inside, to);
                }
            }
        }
    }

    /** Several parts may offer the same service: its providers are listed in one file. */
    private static void put(InputStream content, Path inside, Path to) throws IOException {
        var target = to.resolve(inside);
        Files.createDirectories(target.getParent());
        if (!inside.toString().contains(SERVICES)) {
            Files.copy(content, target);
            return;
        }
        try (var out = Files.newOutputStream(target, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            content.transferTo(out);
            out.write('\n');
        }
    }
}
