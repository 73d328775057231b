package dev.ouroboros.app.cli;

import picocli.CommandLine.Parameters;

/** The run a command is about. */
final class RunArgument {
    @Parameters(
            paramLabel = "RUN",
            arity = "0..1",
            defaultValue = "last",
            description = "Name of the run, or the beginning of it (default: the newest).")
    String run = "last";
}
