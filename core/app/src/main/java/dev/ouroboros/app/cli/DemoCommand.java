package dev.ouroboros.app.cli;

import dev.ouroboros.engine.archive.Archive;
import dev.ouroboros.engine.run.RunOptions;
import dev.ouroboros.engine.task.Budget;
import dev.ouroboros.engine.task.TaskException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ouroboros demo}. */
@Command(
        name = "demo",
        description = "Set up what is missing, make a real kernel faster on this machine, and show the evidence.",
        footer = {
            "",
            "The kernel is a matrix product (kernels/tasks/sgemm). It takes a few minutes, most of which goes into",
            "proving that the gain is real."
        })
final class DemoCommand implements Callable<Integer> {
    /** Less than five minutes for all; what proving needs of it depends on the machine. */
    private static final Budget BUDGET = new Budget(32, Duration.ofSeconds(270));

    @Mixin
    MachineOptions machine = new MachineOptions();

    @Mixin
    CommonOptions common = new CommonOptions();

    @Override
    public Integer call() throws CommandFailure, TaskException, InterruptedException {
        var options = new RunOptions(1, machine.parallel, null, machine.openSandbox());
        var task = home().resolve("kernels/tasks/sgemm");
        try (var archive = Archive.open(common.workspace)) {
            var session = new RunSession(archive, machine, common.json, ProposerChoice.search());
            int code = session.run(runs -> runs.start(runs.task(task).withBudget(BUDGET), options));
            session.open();
            return code;
        }
    }

    private static Path home() throws CommandFailure {
        var home = System.getProperty("ouroboros.home");
        if (home == null) {
            throw new CommandFailure(
                    ExitCode.WRONG_USE, "the demo is started by ./ouroboros, which knows where its task lies");
        }
        return Path.of(home);
    }
}
