package dev.ouroboros.app.cli;

import dev.ouroboros.app.Json;
import dev.ouroboros.app.progress.Progress;
import dev.ouroboros.app.summary.RunSummary;
import dev.ouroboros.app.view.RunText;
import dev.ouroboros.engine.archive.Archive;
import dev.ouroboros.engine.loop.Listener;
import dev.ouroboros.engine.loop.LoopEvent.RunStarted;
import dev.ouroboros.engine.loop.RunState;
import dev.ouroboros.engine.loop.Stamped;
import dev.ouroboros.engine.run.Runs;
import dev.ouroboros.engine.task.TaskException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Works on one run with progress on standard error, and at the end, however it comes, writes the report and says how it went. */
final class RunSession {
    private final Archive archive;
    private final MachineOptions machine;
    private final boolean json;
    private final ProposerChoice who;
    private @Nullable Path report;

    RunSession(Archive archive, MachineOptions machine, boolean json, ProposerChoice who) {
        this.archive = archive;
        this.machine = machine;
        this.json = json;
        this.who = who;
    }

    /** What to do with the engine: start a run or resume one. */
    interface Work {
        RunState with(Runs runs) throws CommandFailure, TaskException, InterruptedException;
    }

    int run(Work work) throws CommandFailure, TaskException, InterruptedException {
        var warning = machine.warning();
        if (warning != null) {
            System.err.println(warning);
        }
        Interrupts.forward(Thread.currentThread());
        var name = new NameOfRun();
        var listeners = new ArrayList<Listener>(List.of(name, who.listener()));
        try (var progress = machine.quiet ? null : Progress.onStandardError()) {
            if (progress != null) {
                listeners.add(progress);
            }
            var state = work.with(Engine.runs(archive, listeners, who));
            name.run = state.started().run();
        } catch (InterruptedException e) {
            if (name.run == null) {
                throw e;
            }
            finish(name.run);
            System.err.println("Interrupted. Go on with: ./ouroboros resume " + name.run);
            return ExitCode.INTERRUPTED;
        }
        return finish(name.run);
    }

    /** Opens the report of the last run in a browser, where there is a screen. */
    void open() throws InterruptedException {
        if (report != null && System.getenv("DISPLAY") != null && System.getenv("CI") == null) {
            Browser.open(report);
        }
    }

    private int finish(String run) throws CommandFailure {
        var history = Workspace.history(archive, run);
        if (history.baseline() != null && !history.baseline().passed()) {
            throw new CommandFailure(ExitCode.WRONG_USE, SeedFailure.text(history));
        }
        report = ReportFile.write(archive, run);
        var summary = RunSummary.of(history, report.toString());
        var out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        if (json) {
            Json.print(out, summary);
        } else {
            out.println(RunText.ended(summary));
            out.flush();
        }
        return summary.halted() == null ? ExitCode.DONE : ExitCode.HALTED;
    }

    /** Remembers which run began, so that an interrupt can say how to go on. */
    private static final class NameOfRun implements Listener {
        @Nullable
        String run;

        @Override
        public void on(Stamped stamped) {
            if (stamped.event() instanceof RunStarted started) {
                run = started.run();
            }
        }
    }
}
