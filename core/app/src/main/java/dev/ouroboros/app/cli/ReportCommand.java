package dev.ouroboros.app.cli;

import dev.ouroboros.engine.archive.Archive;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ouroboros report RUN}. */
@Command(name = "report", description = "Write the HTML report of a run again, complete or not, and say where it lies.")
final class ReportCommand implements Callable<Integer> {
    @Mixin
    RunArgument which = new RunArgument();

    @Mixin
    CommonOptions common = new CommonOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    /** What {@code --json} prints. */
    record Answer(String run, String report) {}

    @Override
    public Integer call() throws CommandFailure {
        try (Archive archive = Workspace.existing(common.workspace)) {
            var run = Workspace.find(archive, which.run);
            var file = ReportFile.write(archive, run);
            Output.print(spec, common, new Answer(run, file.toString()), Answer::report);
            return ExitCode.DONE;
        }
    }
}
