package dev.ouroboros.app.cli;

import dev.ouroboros.app.Json;
import dev.ouroboros.engine.archive.Archive;
import dev.ouroboros.engine.process.NoSandbox;
import dev.ouroboros.engine.run.RunOptions;
import dev.ouroboros.engine.task.TaskException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ouroboros replay RUN}. */
@Command(
        name = "replay",
        description = "Derive every decision of a run again from its recorded measurements: what was proposed, chosen,"
                + " accepted and reported. Runs no candidate.")
final class ReplayCommand implements Callable<Integer> {
    @Mixin
    RunArgument which = new RunArgument();

    @Mixin
    CommonOptions common = new CommonOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    /** What {@code --json} prints. */
    record Answer(String run, int decisions, List<String> differences, boolean agrees) {}

    @Override
    public Integer call() throws CommandFailure, TaskException, InterruptedException {
        // Nothing of a candidate is executed, so nothing needs to hold it.
        var options = new RunOptions(0, 1, null, new NoSandbox());
        try (Archive archive = Workspace.existing(common.workspace)) {
            var run = Workspace.find(archive, which.run);
            var who = ProposerChoice.replaying(Workspace.start(archive, run).proposer());
            var result = Engine.runs(archive, List.of(), who).replay(run, options);
            boolean agrees = result.differences().isEmpty();
            print(spec.commandLine().getOut(), new Answer(run, result.decisions(), result.differences(), agrees));
            return agrees ? ExitCode.DONE : ExitCode.WRONG_USE;
        }
    }

    private void print(PrintWriter out, Answer answer) {
        if (common.json) {
            Json.print(out, answer);
            return;
        }
        answer.differences().forEach(out::println);
        out.println(
                answer.agrees()
                        ? "Run " + answer.run() + ": all " + answer.decisions() + " steps follow from the record."
                        : "Run " + answer.run() + " does not follow from its record; the first difference is above.");
        out.flush();
    }
}
