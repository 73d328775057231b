package dev.ouroboros.app.cli;

import dev.ouroboros.engine.archive.Archive;
import dev.ouroboros.engine.run.RunOptions;
import dev.ouroboros.engine.task.Budget;
import dev.ouroboros.engine.task.Durations;
import dev.ouroboros.engine.task.Task;
import dev.ouroboros.engine.task.TaskException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ouroboros run TASK}. */
@Command(
        name = "run",
        description = "Improve a task: propose, build, check, measure, confirm, until the budget is spent.",
        footer = {
            "",
            "TASK is a folder with a task.toml. The best candidate's gain is measured afresh at the end,",
            "and the report says what was accepted, why, and how to reproduce it.",
            "",
            "Example:  ouroboros run kernels/tasks/sgemm --evaluations 150 --seed 1",
            "",
            "With a model: write models.toml as docs/models.md says, see with `ouroboros doctor` that it answers, then",
            "          ouroboros run kernels/tasks/sgemm --proposer llm"
        })
final class RunCommand implements Callable<Integer> {
    @Parameters(paramLabel = "TASK", description = "The task's folder, or its task.toml.")
    Path task = Path.of(".");

    @Option(
            names = "--proposer",
            paramLabel = "WHO",
            defaultValue = "search",
            description =
                    "Who proposes: search, the offline search, which needs no network and no model (default); llm,"
                            + " the models you configured; mixed, both, sharing the budget by gain for cost;"
                            + " external, people or scripts, through a folder (docs/external.md). For coding agents see"
                            + " `ouroboros mcp`.")
    String proposer = "search";

    @Option(
            names = "--recorded",
            paramLabel = "RUN",
            description = "Take the answers of models from the record of an earlier run instead of asking: with"
                    + " --proposer llm or mixed, costs nothing and needs no model.")
    @Nullable
    String recorded;

    @Option(
            names = "--evaluations",
            paramLabel = "N",
            description = "Most candidates to evaluate (default: the task's budget).")
    @Nullable
    Integer evaluations;

    @Option(
            names = "--time",
            paramLabel = "TIME",
            description =
                    "Time of the run, such as 90s, 10m or 1h30m (default: the task's budget); the search ends early"
                            + " enough for the last confirmation and the re-run.")
    @Nullable
    String time;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of the proposer (default: ${DEFAULT-VALUE}). Inputs are secret and not drawn from it.")
    long seed;

    @Option(
            names = "--device",
            paramLabel = "NAME",
            description = "Device to measure on, as `ouroboros doctor` lists it: its number or a part of its name.")
    @Nullable
    String device;

    @Mixin
    ProposerOptions models = new ProposerOptions();

    @Mixin
    MachineOptions machine = new MachineOptions();

    @Mixin
    CommonOptions common = new CommonOptions();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() throws CommandFailure, TaskException, InterruptedException {
        var named = ProposerOptions.who(proposer);
        if (recorded != null && (named == Who.SEARCH || named == Who.EXTERNAL)) {
            throw new CommandFailure(
                    ExitCode.WRONG_USE,
                    "--recorded repeats the answers of models, but --proposer " + proposer + " asks none");
        }
        var options = new RunOptions(seed, machine.parallel, device, machine.openSandbox());
        try (var archive = Archive.open(common.workspace)) {
            var name = recorded == null
                    ? proposer
                    : ProposerOptions.repeating(proposer, Workspace.find(archive, recorded));
            try (var who = models.open(null, name, archive, common.workspace)) {
                var session = new RunSession(archive, machine, common.json, who);
                return session.run(runs -> runs.start(budgeted(runs.task(task)), options));
            }
        }
    }

    private Task budgeted(Task read) throws CommandFailure {
        int count = evaluations == null ? read.budget().evaluations() : evaluations;
        if (count < 1) {
            throw new CommandFailure(ExitCode.WRONG_USE, "--evaluations is " + count + "; expected at least 1");
        }
        return read.withBudget(new Budget(count, duration(read)));
    }

    private Duration duration(Task read) throws CommandFailure {
        if (time == null) {
            return read.budget().time();
        }
        try {
            return Durations.parse(time);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.WRONG_USE, "--time: " + e.getMessage());
        }
    }
}
