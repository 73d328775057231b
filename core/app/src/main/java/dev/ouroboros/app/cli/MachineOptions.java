package dev.ouroboros.app.cli;

import dev.ouroboros.engine.process.NoSandbox;
import dev.ouroboros.engine.process.Sandbox;
import dev.ouroboros.engine.process.Sandboxes;
import dev.ouroboros.engine.process.Sandboxes.Detection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command that runs candidates takes. None of it changes what is decided, given equal measurements. */
final class MachineOptions {

    @Option(
            names = "--parallel",
            paramLabel = "N",
            defaultValue = "2",
            description = "Candidates built and checked at once (default: ${DEFAULT-VALUE}); measuring is always one at"
                    + " a time.")
    int parallel;

    @Option(
            names = "--sandbox",
            paramLabel = "KIND",
            defaultValue = "bubblewrap",
            description = "bubblewrap (default), or none: candidates then run unprotected, and every report of the run"
                    + " says so.")
    String sandbox = "bubblewrap";

    @Option(names = "--quiet", description = "No progress.")
    boolean quiet;

    /** Returns what candidates run in. */
    Sandbox openSandbox() throws CommandFailure, InterruptedException {
        return switch (sandbox) {
            case "none" -> new NoSandbox();
            case "bubblewrap" -> bubblewrap();
            default ->
                throw new CommandFailure(
                        ExitCode.WRONG_USE, "--sandbox is '" + sandbox + "'; expected bubblewrap or none");
        };
    }

    private static Sandbox bubblewrap() throws CommandFailure, InterruptedException {
        return switch (Sandboxes.detect()) {
            case Detection.Works(var works) -> works;
            case Detection.Missing(var mend) ->
                throw new CommandFailure(
                        ExitCode.MISSING,
                        "no sandbox: bubblewrap is not installed, and candidates are not run without one\n"
                                + "Install it with `./ouroboros setup` or `" + mend
                                + "`; --sandbox none runs them unprotected.");
            case Detection.Forbidden(var said, var mend) ->
                throw new CommandFailure(
                        ExitCode.MISSING,
                        "no sandbox: this system does not let bubblewrap work (" + said + ")\nThis mends it:\n" + mend
                                + "\n--sandbox none runs candidates unprotected.");
        };
    }

    /** Returns whether candidates run unprotected, to be told before they do. */
    @Nullable
    String warning() {
        return sandbox.equals("none") ? "WARNING: --sandbox none: candidates can do whatever you can." : null;
    }
}
