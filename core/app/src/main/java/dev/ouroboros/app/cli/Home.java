package dev.ouroboros.app.cli;

import java.nio.file.Path;

/** The folder that the program lies in, with its sources. */
final class Home {
    private Home() {}

    /** Returns what the launcher names. */
    static Path folder() throws CommandFailure {
        var home = System.getProperty("ouroboros.home");
        if (home == null) {
            throw new CommandFailure(
                    ExitCode.WRONG_USE, "where the program's sources are is not known; start it by ./ouroboros");
        }
        return Path.of(home);
    }
}
