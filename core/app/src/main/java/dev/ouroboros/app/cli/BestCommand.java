package dev.ouroboros.app.cli;

import dev.ouroboros.app.text.Ink;
import dev.ouroboros.app.view.BestView;
import dev.ouroboros.engine.archive.Archive;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ouroboros best RUN}. */
@Command(name = "best", description = "The best candidate of a run: its parameters, its files, its gain.")
final class BestCommand implements Callable<Integer> {
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
            Output.print(
                    spec,
                    common,
                    BestView.of(history, digest -> archive.blobs().get(digest).bytes()),
                    view -> view.text(Ink.forStandardOutput()));
            return ExitCode.DONE;
        }
    }
}
