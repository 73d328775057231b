package dev.ouroboros.app.mcp;

import dev.ouroboros.engine.archive.Archive;
import dev.ouroboros.engine.layer.Layers;
import dev.ouroboros.engine.process.Exclusion;
import dev.ouroboros.engine.process.NoSandbox;
import dev.ouroboros.engine.testlayer.ArithmeticLayer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** What servers work with in tests: the layer of the engine's own tests, whose times are simulated. */
final class Houses {
    /** Times are simulated: x * 3 is the best expression, and WIDTH 4 the best parameter. */
    static final String TASK = """
            name = "sum"
            summary = "An expression"
            [[parts]]
            name = "a"
            layer = "arithmetic"
            files = ["a.txt"]
              [parts.parameters]
              WIDTH = [1, 2, 4]
              LABEL = ["plain", "other"]
              [parts.constraints]
              narrow = "WIDTH < 4 or LABEL == 'plain'"
              [parts.arithmetic]
              equals = "x * 1 + 0 + x + x"
              cost = "0.0001 * (1 + operations) / WIDTH"
              hanging = "1111"
              crashing = "2222"
            [[objectives]]
            metric = "seconds"
            goal = "minimize"
            [budget]
            evaluations = 40
            time = "1h"
            """;

    static final String SEED = "x * 1 + 0 + x + x";

    private Houses() {}

    static House of(Path folder) {
        return of(folder, new Layers(List.of(new ArithmeticLayer())));
    }

    static House of(Path folder, Layers layers) {
        return new House(
                folder.resolve("workspace"),
                List.of(folder.resolve("tasks")),
                layers,
                call -> {
                    throw new IllegalStateException("this layer needs no tools: " + call);
                },
                new Everybody(),
                new NoSandbox(),
                2,
                InstantSource.system(),
                Houses::report);
    }

    /** Writes a task into the folder in which the server looks for them. */
    static Path task(Path folder, String name, String toml, String seed) {
        var task = folder.resolve("tasks").resolve(name);
        try {
            Files.createDirectories(task);
            Files.writeString(task.resolve("task.toml"), toml);
            Files.writeString(task.resolve("a.txt"), seed + "\n");
            return task;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path report(Archive archive, String run) {
        try {
            return Files.writeString(archive.folder(run).resolve("report.html"), "the report of " + run);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Everybody implements Exclusion {
        @Override
        public Held shared() {
            return () -> {};
        }

        @Override
        public Held exclusive() {
            return () -> {};
        }
    }
}
