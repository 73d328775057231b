package dev.ouroboros.app.cli;

import dev.ouroboros.engine.archive.Archive;
import dev.ouroboros.engine.run.RunOptions;
import dev.ouroboros.engine.task.TaskException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ouroboros resume RUN}. */
@Command(
        name = "resume",
        description = "Go on with a run that was interrupted or killed. At most the evaluations in flight are lost.")
final class ResumeCommand implements Callable<Integer> {
    @Mixin
    RunArgument which = new RunArgument();

    @Mixin
    MachineOptions machine = new MachineOptions();

    @Mixin
    ProposerOptions proposer = new ProposerOptions();

    @Mixin
    CommonOptions common = new CommonOptions();

    @Override
    public Integer call() throws CommandFailure, TaskException, InterruptedException {
        var options = new RunOptions(0, machine.parallel, null, machine.openSandbox());
        try (Archive archive = Workspace.existing(common.workspace)) {
            var run = Workspace.find(archive, which.run);
            try (var who = proposer.open(run, Workspace.start(archive, run).proposer(), archive, common.workspace)) {
                return new RunSession(archive, machine, common.json, who).run(runs -> runs.resume(run, options));
            }
        }
    }
}
