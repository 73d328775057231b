package dev.ouroboros.hdl.tool;

import dev.ouroboros.engine.process.ToolMissing;
import dev.ouroboros.engine.process.ToolResult;
import java.time.Duration;
import java.util.List;

/** What tools say of themselves. */
public final class Versions {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Versions() {}

    /** Returns the first line that a program says of its version, or that it is not installed. */
    public static String of(Toolbox tools, String program, String... arguments) throws InterruptedException {
        try (var folder = WorkFolder.create()) {
            ToolResult result = tools.run(folder, List.of(), program, List.of(arguments), PATIENCE);
            return (result.out() + result.err())
                    .lines()
                    .map(String::strip)
                    .filter(line -> line.matches(".*\\d+\\.\\d+.*"))
                    .findFirst()
                    .orElse("of unknown version");
        } catch (ToolMissing e) {
            return "none";
        }
    }
}
