package dev.ouroboros.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ouroboros self}. */
@Command(
        name = "self",
        mixinStandardHelpOptions = true,
        description = "What Ouroboros does to itself.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = DeltaCommand.class)
final class SelfCommand implements Runnable {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
