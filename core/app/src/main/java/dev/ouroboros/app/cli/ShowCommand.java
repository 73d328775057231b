package dev.ouroboros.app.cli;

import dev.ouroboros.app.Json;
import dev.ouroboros.app.summary.RunSummary;
import dev.ouroboros.app.text.Ink;
import dev.ouroboros.app.view.ShowView;
import dev.ouroboros.app.view.StagesView;
import dev.ouroboros.engine.archive.Archive;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ouroboros show RUN [CANDIDATE]}. */
@Command(
        name = "show",
        description =
                "What became of a run: its budget, what was accepted and rejected and why, the gain. With CANDIDATE,"
                        + " what every stage said of that one, and the files it left: `export --candidate` writes them.")
final class ShowCommand implements Callable<Integer> {
    @Mixin
    RunArgument which = new RunArgument();

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "CANDIDATE",
            description = "Beginning of a candidate's digest.")
    @Nullable
    String candidate;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailure {
        try (Archive archive = Workspace.existing(common.workspace)) {
            var run = Workspace.find(archive, which.run);
            var history = Workspace.history(archive, run);
            if (candidate != null) {
                var version = Candidates.find(history, candidate);
                Output.print(
                        spec,
                        common,
                        StagesView.of(history, version.digest()),
                        view -> view.text(Ink.forStandardOutput()));
                return ExitCode.DONE;
            }
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
