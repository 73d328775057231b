package dev.ouroboros.app.delta;

import dev.ouroboros.engine.process.DefaultToolRunner;
import dev.ouroboros.engine.process.ToolCall;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A git repository of a test's own. */
public record Repository(Path home) {

    public static Repository in(Path home) throws InterruptedException {
        var repository = new Repository(home);
        repository.git("init", "--quiet", "--initial-branch=main");
        return repository;
    }

    /** Commits all files and returns the name of the commit. */
    public String commit() throws InterruptedException {
        git("add", "--all");
        git("-c", "user.name=Test", "-c", "user.email=test@example.org", "commit", "--quiet", "--message=Step");
        return git("rev-parse", "HEAD").strip();
    }

    private String git(String... arguments) throws InterruptedException {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        var result = new DefaultToolRunner()
                .run(new ToolCall(
                        command,
                        home,
                        Map.of("PATH", System.getenv("PATH"), "HOME", home.toString(), "GIT_CONFIG_NOSYSTEM", "1"),
                        Duration.ofMinutes(1),
                        1 << 16));
        if (!result.succeeded()) {
            throw new IllegalStateException(command + " failed: " + result.err());
        }
        return result.out();
    }
}
