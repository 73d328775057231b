package dev.ouroboros.app.cli;

import dev.ouroboros.app.Json;
import dev.ouroboros.engine.archive.ArchiveException;
import dev.ouroboros.engine.layer.DeviceMissing;
import dev.ouroboros.engine.process.ToolMissing;
import dev.ouroboros.engine.task.TaskException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line. */
@Command(
        name = "ouroboros",
        version = "ouroboros 0.1.0",
        mixinStandardHelpOptions = true,
        description =
                "Makes code faster and proves it: proposes patches, checks and measures each in a sandbox, accepts"
                        + " only what is correct and significantly better.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Start with:  ./ouroboros demo",
            "Your own:    ./ouroboros run FOLDER_WITH_TASK_TOML     (docs/task-format.md; kernels/tasks, native/tasks and core/java/tasks have some)",
            "             ./ouroboros init FILE.c                   writes a task for one function of yours",
            "",
            "Exit codes: 0 done, 2 wrong use or a bad task, 3 a tool or device is missing, 4 the guard halted the run,",
            "            130 interrupted (and resumable)."
        },
        subcommands = {
            DemoCommand.class,
            StubCommands.Test.class,
            StubCommands.Setup.class,
            DoctorCommand.class,
            InitCommand.class,
            RunCommand.class,
            RunsCommand.class,
            ShowCommand.class,
            BestCommand.class,
            LineageCommand.class,
            DiffCommand.class,
            ReportCommand.class,
            ExportCommand.class,
            ResumeCommand.class,
            ReplayCommand.class,
            VerifyCommand.class,
            ArenaCommand.class,
            SelfCommand.class,
            McpCommand.class,
            CommandLine.HelpCommand.class
        })
public final class OuroborosCommand implements Runnable {
    @CommandLine.Spec
    CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    private static final int WIDTH = 110;

    private OuroborosCommand() {}

    /** Runs the command that the arguments name and returns the exit code of the process. */
    public static int execute(String... arguments) {
        var out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        var line = new CommandLine(new OuroborosCommand())
                .setOut(out)
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(WIDTH)
                .setParameterExceptionHandler(OuroborosCommand::misused)
                .setExecutionExceptionHandler(OuroborosCommand::failed);
        line.getSubcommands().values().stream()
                .filter(command -> !(command.getCommand() instanceof CommandLine.HelpCommand))
                .filter(command -> !command.getCommandSpec().mixinStandardHelpOptions())
                .forEach(command -> command.getCommandSpec().mixinStandardHelpOptions(true));
        int code = line.execute(arguments);
        out.flush();
        return code;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int misused(ParameterException failure, String[] arguments) {
        var line = failure.getCommandLine();
        var message = String.valueOf(failure.getMessage());
        line.getErr().println("ouroboros: " + message);
        if (!UnmatchedArgumentException.printSuggestions(failure, line.getErr())) {
            line.getErr().println("`" + line.getCommandSpec().qualifiedName() + " --help` says what it takes.");
        }
        if (List.of(arguments).contains("--json")) {
            Json.print(line.getOut(), Map.of("error", message, "exit", ExitCode.WRONG_USE));
        }
        return ExitCode.WRONG_USE;
    }

    private static int failed(Exception failure, CommandLine line, ParseResult parsed) {
        int code = switch (failure) {
            case CommandFailure command -> command.exitCode();
            case ToolMissing _ -> ExitCode.MISSING;
            case DeviceMissing _ -> ExitCode.MISSING;
            case InterruptedException _ -> ExitCode.INTERRUPTED;
            case TaskException _ -> ExitCode.WRONG_USE;
            case ArchiveException _ -> ExitCode.WRONG_USE;
            default -> CommandLine.ExitCode.SOFTWARE;
        };
        var message = String.valueOf(failure.getMessage());
        if (code == CommandLine.ExitCode.SOFTWARE) {
            message = "this is a defect of Ouroboros: " + failure;
            failure.printStackTrace(line.getErr());
        }
        line.getErr().println("ouroboros: " + message);
        if (parsed.matchedOption("--json") != null
                || List.of(parsed.originalArgs().toArray()).contains("--json")) {
            Json.print(line.getOut(), Map.of("error", message, "exit", code));
        }
        return code;
    }
}
