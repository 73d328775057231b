package dev.ouroboros.app.delta;

import dev.ouroboros.engine.process.ToolCall;
import dev.ouroboros.engine.process.ToolResult;
import dev.ouroboros.engine.process.ToolRunner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a repository and changes nothing in it. */
record Git(ToolRunner tools, Path repository) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int CAP = 1 << 20;

    /** Returns the full name of a commit, or null if there is none of that name. */
    @Nullable
    String commit(String name) throws InterruptedException {
        if (name.startsWith("-")) {
            return null;
        }
        var result = run("rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}");
        return result.succeeded() ? result.out().strip() : null;
    }

    /** Returns whether the folder belongs to a repository. */
    boolean isThere() throws InterruptedException {
        return run("rev-parse", "--git-dir").succeeded();
    }

    /** Returns whether files under a path differ from the last commit. */
    boolean isDirty(String path) throws InterruptedException {
        var result = run("status", "--porcelain", "--", path);
        return result.succeeded() && !result.out().isBlank();
    }

    /** Writes the files of a commit under a path as a zip file; false if there is no such path in it. */
    boolean archive(String commit, String path, Path zip) throws InterruptedException {
        return run("archive", "--format=zip", "-0", "--output=" + zip, commit, "--", path)
                .succeeded();
    }

    private ToolResult run(String... arguments) throws InterruptedException {
        var command = new ArrayList<>(List.of("git", "-C", repository.toString()));
        command.addAll(List.of(arguments));
        // A repository that belongs to somebody else is only read.
        command.addAll(1, List.of("-c", "safe.directory=*"));
        return tools.run(new ToolCall(
                command, repository, Map.of("PATH", System.getenv("PATH"), "GIT_OPTIONAL_LOCKS", "0"), PATIENCE, CAP));
    }
}
