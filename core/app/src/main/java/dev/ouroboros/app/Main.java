package dev.ouroboros.app;

import dev.ouroboros.app.cli.OuroborosCommand;

/** Entry point; see {@link OuroborosCommand} for the commands. */
final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(OuroborosCommand.execute(arguments));
    }
}
