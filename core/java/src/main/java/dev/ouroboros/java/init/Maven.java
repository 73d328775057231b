package dev.ouroboros.java.init;

import dev.ouroboros.engine.layer.DraftException;
import dev.ouroboros.engine.process.ToolCall;
import dev.ouroboros.engine.process.ToolMissing;
import dev.ouroboros.engine.process.ToolResult;
import dev.ouroboros.engine.process.ToolRunner;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Asks Maven about a module of a user, as the user would on the command line. */
public record Maven(ToolRunner tools) {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int CAP = 1 << 20;
    private static final int SHOWN_LINES = 5;

    /**
     * Returns the libraries that the module's tests see.
     *
     * @throws DraftException if Maven is not there, or fails, for example at a dependency that it cannot get
     */
    List<Path> classPath(Path module) throws DraftException {
        try {
            Path answer = Files.createTempFile("class-path", ".txt");
            try {
                ToolResult result = tools.run(new ToolCall(
                        List.of(
                                "mvn",
                                "-B",
                                "-q",
                                "dependency:build-classpath",
                                "-DincludeScope=test",
                                "-Dmdep.outputFile=" + answer),
                        module,
                        System.getenv(),
                        PATIENCE,
                        CAP));
                if (!result.succeeded()) {
                    throw new DraftException(
                            "Maven does not tell the class path of " + module + ":\n" + errors(result));
                }
                return Arrays.stream(Files.readString(answer).trim().split(File.pathSeparator))
                        .filter(each -> !each.isEmpty())
                        .map(Path::of)
                        .toList();
            } finally {
                Files.delete(answer);
            }
        } catch (ToolMissing e) {
            throw new DraftException("a module needs Maven: there is no mvn on PATH");
        } catch (IOException e) {
            throw new DraftException("cannot write a temporary file: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DraftException("interrupted");
        }
    }

    private static String errors(ToolResult result) {
        String said = result.out() + result.err();
        return result.timedOut()
                ? "it did not end within " + PATIENCE.toMinutes() + " minutes"
                : said.lines()
                        .filter(line -> !line.isBlank())
                        .limit(SHOWN_LINES)
                        .collect(Collectors.joining("\n"));
    }
}
