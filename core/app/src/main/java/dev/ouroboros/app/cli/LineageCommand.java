package dev.ouroboros.app.cli;

import dev.ouroboros.app.text.Ink;
import dev.ouroboros.app.view.LineageView;
import dev.ouroboros.engine.archive.Archive;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ouroboros lineage RUN}. */
@Command(
        name = "lineage",
        description = "The accepted steps of a run, each with its parent, its gain, and who proposed it.")
final class LineageCommand implements Callable<Integer> {
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
            Output.print(spec, common, LineageView.of(history), view -> view.text(Ink.forStandardOutput()));
            return ExitCode.DONE;
        }
    }
}
