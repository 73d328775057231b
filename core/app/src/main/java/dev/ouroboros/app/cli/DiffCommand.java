package dev.ouroboros.app.cli;

import dev.ouroboros.app.text.Ink;
import dev.ouroboros.app.view.DiffView;
import dev.ouroboros.engine.archive.Archive;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ouroboros diff RUN [CANDIDATE]}. */
@Command(name = "diff", description = "What the best candidate of a run, or another one, changes in the seed.")
final class DiffCommand implements Callable<Integer> {
    @Mixin
    RunArgument which = new RunArgument();

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "CANDIDATE",
            description = "Beginning of a candidate's digest (default: the best).")
    @Nullable
    String candidate;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailure {
        try (Archive archive = Workspace.existing(common.workspace)) {
            var history = Workspace.history(archive, Workspace.find(archive, which.run));
            if (candidate != null) {
                Candidates.find(history, candidate);
            }
            Output.print(
                    spec,
                    common,
                    DiffView.of(history, digest -> archive.blobs().get(digest).bytes(), candidate),
                    view -> view.text(Ink.forStandardOutput()));
            return ExitCode.DONE;
        }
    }
}
