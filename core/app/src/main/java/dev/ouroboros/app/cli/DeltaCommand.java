package dev.ouroboros.app.cli;

import dev.ouroboros.app.delta.DeltaBenchmark;
import dev.ouroboros.app.delta.DeltaException;
import dev.ouroboros.app.delta.DeltaResult;
import dev.ouroboros.app.delta.Interval;
import dev.ouroboros.app.delta.Match;
import dev.ouroboros.app.report.DeltaReport;
import dev.ouroboros.engine.process.DefaultToolRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ouroboros self delta A B}. */
@Command(
        name = "delta",
        mixinStandardHelpOptions = true,
        description = "Say how much better version B improves things than version A.",
        footer = {
            "",
            "A and B are revisions of this repository, such as HEAD~1, a branch or a commit; 'working' for the files as",
            "they are; or folders with a checkout. Both are built, frozen, and play the same recorded tasks that they",
            "have not seen, with the same seeds and the same time. Printed is by how much the area under the gap to the",
            "best configuration shrinks from A to B: above 0 B is better. In brackets the 99 %% interval.",
            "Beside it stand what chance alone gives (floor), what an edit does that only shifts the random numbers",
            "(placebo), and whether a version that is known to be better is told apart. docs/delta.md says how.",
            "",
            "What was played is kept: the same command goes on where it was interrupted.",
            "",
            "Example:  ouroboros self delta HEAD working"
        })
final class DeltaCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "A", description = "The version that is the measure.")
    String a = "";

    @Parameters(index = "1", paramLabel = "B", description = "The version that may be better.")
    String b = "";

    @Option(
            names = "--order",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "1: how well the versions improve tasks (default). 2, how well they improve an improver, is not there yet.")
    int order = 1;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "40",
            description = "Paired seeds on each task, at least 10 (default: ${DEFAULT-VALUE}).")
    int seeds = 40;

    @Option(
            names = "--first-seed",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Number of the first seed: another one gives a comparison of its own (default: ${DEFAULT-VALUE}).")
    int first = 1;

    @Option(names = "--live", description = "Tasks on real devices as well; is not there yet.")
    boolean live;

    @Mixin
    DeltaTasks tasks = new DeltaTasks();

    @Mixin
    MachineOptions machine = new MachineOptions();

    @Mixin
    CommonOptions common = new CommonOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailure, InterruptedException {
        check();
        var err = spec.commandLine().getErr();
        var warning = machine.warning();
        if (warning != null) {
            err.println(warning);
        }
        var files = tasks.files();
        var folder = common.workspace.toAbsolutePath().normalize().resolve("delta");
        Interrupts.forward(Thread.currentThread());
        try {
            var benchmark = new DeltaBenchmark(
                    Home.folder(),
                    folder,
                    new DefaultToolRunner(),
                    machine.openSandbox(),
                    machine.parallel,
                    InstantSource.system(),
                    machine.quiet ? _ -> {} : err::println);
            var match = new Match(benchmark.freeze(a), benchmark.freeze(b), DeltaBenchmark.tasks(files), first, seeds);
            var page = folder.resolve(match.a().digest().substring(0, 12) + "-"
                    + match.b().digest().substring(0, 12) + ".html");
            var played = benchmark.play(match, page);
            write(page, DeltaReport.html(played.result(), played.curves()));
            Output.print(spec, common, played.result(), DeltaCommand::text);
            return ExitCode.DONE;
        } catch (DeltaException e) {
            throw new CommandFailure(ExitCode.WRONG_USE, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            var told = new InterruptedException("interrupted; the same command goes on where it was");
            told.initCause(e);
            throw told;
        }
    }

    private void check() throws CommandFailure {
        if (order == 2) {
            throw new CommandFailure(
                    ExitCode.WRONG_USE,
                    "--order 2 is not there yet: it takes a body of code that both versions edit. --order 1 compares how"
                            + " well they improve recorded tasks.");
        }
        expect(!live, "--live is not there yet; without it the versions are compared on recorded tasks");
        expect(order == 1, "--order is " + order + "; expected 1");
        expect(
                seeds >= Match.FEWEST_SEEDS,
                "--seeds is " + seeds + "; expected at least " + Match.FEWEST_SEEDS + ", fewer say nothing");
        expect(seeds <= 10_000, "--seeds is " + seeds + "; expected at most 10000");
        expect(first >= 0 && first <= 1_000_000_000, "--first-seed is " + first + "; expected 0 to 1000000000");
        expect(machine.parallel >= 1, "--parallel is " + machine.parallel + "; expected at least 1");
    }

    private static void expect(boolean right, String wrong) throws CommandFailure {
        if (!right) {
            throw new CommandFailure(ExitCode.WRONG_USE, wrong);
        }
    }

    private static void write(Path page, String html) throws CommandFailure {
        try {
            Files.createDirectories(page.getParent());
            Files.writeString(page, html);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.WRONG_USE, "the report cannot be written: " + e);
        }
    }

    private static String text(DeltaResult result) {
        var lines = new StringBuilder();
        line("delta", result.interval(), lines);
        lines.append(String.format(
                Locale.ROOT,
                "%nP(%s is better than %s)   %.4f%n%n",
                result.versions().b().name(),
                result.versions().a().name(),
                result.pBetter()));
        line("floor", result.floor(), lines);
        line("placebo", result.placebo(), lines);
        line("known better", result.knownBetter(), lines);
        result.beside().forEach((than, pair) -> {
            line("A over " + than, pair.a(), lines);
            line("B over " + than, pair.b(), lines);
        });
        lines.append('\n');
        result.tasks()
                .forEach((name, task) ->
                        line(name, new Interval(task.delta(), task.low(), task.high(), task.pBetter()), lines));
        lines.append("\nimp@k            A        B    B / A\n");
        result.imp()
                .forEach((k, imp) -> lines.append(String.format(
                        Locale.ROOT,
                        "%-10s %7.3f  %7.3f  %7.3f  (%.3f … %.3f)%n",
                        "k = " + k,
                        imp.a(),
                        imp.b(),
                        imp.ratio(),
                        imp.low(),
                        imp.high())));
        return lines.append("\nreport: ").append(result.report()).toString();
    }

    private static void line(String name, Interval interval, StringBuilder lines) {
        lines.append(String.format(
                Locale.ROOT,
                "%-16s %+.4f  (%+.4f … %+.4f)%n",
                name,
                interval.delta(),
                interval.low(),
                interval.high()));
    }
}
