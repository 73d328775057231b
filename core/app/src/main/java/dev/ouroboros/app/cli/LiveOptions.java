package dev.ouroboros.app.cli;

import dev.ouroboros.app.delta.DeltaException;
import dev.ouroboros.app.delta.LiveEffort;
import dev.ouroboros.app.delta.LiveTask;
import dev.ouroboros.engine.task.Durations;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Tasks that are measured on this machine while two versions are compared. */
final class LiveOptions {
    /** One of OpenCL and one of Verilog, whose kind no proposer is tuned on. */
    private static final List<String> USUAL = List.of("benchmarks/spaces/stencil", "hdl/tasks/uart_rx");

    @Option(
            names = "--live",
            description = "Tasks on this machine's devices and tools as well: both versions run them with their whole"
                    + " program. It takes about as long as --live-time, times four, times --live-seeds.")
    boolean live;

    @Option(
            names = "--live-task",
            arity = "1..*",
            paramLabel = "FOLDER",
            description = "Which tasks (default: benchmarks/spaces/stencil and hdl/tasks/uart_rx).")
    List<Path> tasks = List.of();

    @Option(
            names = "--live-seeds",
            paramLabel = "N",
            defaultValue = "3",
            description = "Runs of each version on each of them (default: ${DEFAULT-VALUE}).")
    int seeds;

    @Option(
            names = "--live-evaluations",
            paramLabel = "N",
            defaultValue = "30",
            description = "Candidates of a run (default: ${DEFAULT-VALUE}).")
    int evaluations;

    @Option(
            names = "--live-time",
            paramLabel = "TIME",
            defaultValue = "2m",
            description = "Time of a run (default: ${DEFAULT-VALUE}).")
    String time = "2m";

    LiveEffort effort() throws CommandFailure {
        if (seeds < 1 || seeds > 1000) {
            throw new CommandFailure(ExitCode.WRONG_USE, "--live-seeds is " + seeds + "; expected 1 to 1000");
        }
        if (evaluations < 1) {
            throw new CommandFailure(
                    ExitCode.WRONG_USE, "--live-evaluations is " + evaluations + "; expected at least 1");
        }
        return new LiveEffort(seeds, evaluations, time());
    }

    private Duration time() throws CommandFailure {
        try {
            return Durations.parse(time);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.WRONG_USE, "--live-time is wrong: " + e.getMessage());
        }
    }

    List<LiveTask> tasks() throws CommandFailure, DeltaException {
        var read = new ArrayList<LiveTask>();
        if (tasks.isEmpty()) {
            for (var folder : USUAL) {
                read.add(LiveTask.read(Home.folder().resolve(folder)));
            }
        }
        for (var folder : tasks) {
            read.add(LiveTask.read(folder));
        }
        return read;
    }
}
