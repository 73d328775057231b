package dev.ouroboros.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** Commands that the launcher carries out before Java starts; they stand here for {@code --help}. */
final class StubCommands {
    private StubCommands() {}

    abstract static class ByLauncher implements Callable<Integer> {
        /** What the launcher passes on, to the build for example. */
        @Unmatched
        List<String> rest = List.of();

        @Override
        public Integer call() throws CommandFailure {
            throw new CommandFailure(
                    ExitCode.WRONG_USE, "this command is carried out by the launcher, ./ouroboros, with " + rest);
        }
    }

    @Command(
            name = "setup",
            mixinStandardHelpOptions = true,
            description = "Install what is missing, with apt where there is apt (sudo only when something is missing).")
    static final class Setup extends ByLauncher {
        @Option(names = "--benchmarks", description = "Also what comparisons with others need.")
        boolean benchmarks;

        @Option(names = "--json", description = "Print one JSON object on standard output.")
        boolean json;
    }

    @Command(
            name = "test",
            mixinStandardHelpOptions = true,
            description = "Set up what is missing, build, and run every test.")
    static final class Test extends ByLauncher {
        @Option(names = "--json", description = "Print one JSON object on standard output.")
        boolean json;
    }
}
