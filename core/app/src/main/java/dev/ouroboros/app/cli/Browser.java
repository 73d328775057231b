package dev.ouroboros.app.cli;

import dev.ouroboros.engine.process.DefaultToolRunner;
import dev.ouroboros.engine.process.ToolCall;
import dev.ouroboros.engine.process.ToolMissing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Shows a file to the person in front of the screen. */
final class Browser {
    private Browser() {}

    static void open(Path file) throws InterruptedException {
        var command = List.of("xdg-open", file.toAbsolutePath().toString());
        try {
            new DefaultToolRunner()
                    .run(new ToolCall(command, Path.of("/"), System.getenv(), Duration.ofSeconds(20), 1 << 12));
        } catch (ToolMissing e) {
            System.err.println("Open it in a browser: " + file.toUri());
        }
    }
}
