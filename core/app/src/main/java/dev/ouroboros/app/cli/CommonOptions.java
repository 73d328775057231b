package dev.ouroboros.app.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What every command that reads the workspace takes. */
final class CommonOptions {

    @Option(
            names = "--workspace",
            paramLabel = "DIR",
            defaultValue = ".ouroboros",
            description = "Where runs are kept (default: ${DEFAULT-VALUE} in the current folder).")
    Path workspace = Path.of(".ouroboros");

    @Option(names = "--json", description = "Print one JSON object on standard output, and nothing else there.")
    boolean json;
}
