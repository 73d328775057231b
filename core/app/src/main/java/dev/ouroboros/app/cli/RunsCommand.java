package dev.ouroboros.app.cli;

import dev.ouroboros.app.history.RunHistory;
import dev.ouroboros.app.text.Ink;
import dev.ouroboros.app.view.RunsView;
import dev.ouroboros.engine.archive.Archive;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ouroboros runs}. */
@Command(name = "runs", description = "All runs of the workspace, the oldest first.")
final class RunsCommand implements Callable<Integer> {
    @Mixin
    CommonOptions common = new CommonOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailure {
        try (Archive archive = Workspace.existing(common.workspace)) {
            var histories = new ArrayList<RunHistory>();
            for (var run : archive.runs()) {
                histories.add(Workspace.history(archive, run));
            }
            Output.print(spec, common, RunsView.of(histories), view -> view.text(Ink.forStandardOutput()));
            return ExitCode.DONE;
        }
    }
}
