package dev.ouroboros.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Stands in for the command line until it is there. */
@Command(name = "ouroboros", version = "ouroboros 0.1.0", mixinStandardHelpOptions = true)
final class Main implements Runnable {

    private Main() {}

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    public static void main(String[] arguments) {
        System.exit(
                new CommandLine(new Main()).setUnmatchedArgumentsAllowed(true).execute(arguments));
    }
}
