package dev.ouroboros.app.cli;

import dev.ouroboros.app.Json;
import dev.ouroboros.app.summary.RunSummary;
import dev.ouroboros.app.text.Ink;
import dev.ouroboros.app.view.ShowView;
import dev.ouroboros.engine.archive.Archive;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ouroboros show RUN}. */
@Command(
        name = "show",
        description = "What became of a run: its budget, what was accepted and rejected and why, the gain.")
final class ShowCommand implements Callable<Integer> {
    @Mixin
    RunArgument which = new RunArgument();

    @Mixin
    CommonOptions common = new CommonOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailure {
        try (Archive archive = Workspace.existing(common.workspace)) {
            var run = Workspace.find(archive, which.run);
            var history = Workspace.history(archive, run);
            var report = Workspace.report(archive, run);
            if (common.json) {
                Json.print(spec.commandLine().getOut(), RunSummary.of(history, report));
            } else {
                spec.commandLine().getOut().println(ShowView.text(history, report, Ink.forStandardOutput()));
            }
            return ExitCode.DONE;
        }
    }
}
