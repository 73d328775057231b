package dev.ouroboros.app.cli;

import dev.ouroboros.app.delta.BodyTask;
import dev.ouroboros.app.delta.DeltaBenchmark;
import dev.ouroboros.app.delta.DeltaException;
import dev.ouroboros.app.delta.LiveMatch;
import dev.ouroboros.app.delta.MakingMatch;
import dev.ouroboros.app.delta.Match;
import dev.ouroboros.app.delta.Scope;
import dev.ouroboros.app.delta.Version;
import dev.ouroboros.app.report.DeltaReport;
import dev.ouroboros.engine.process.DefaultToolRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
            "With --order 2 both versions edit the same search, by their own proposer and operators on Java; each edit is",
            "measured on recorded spaces that they may see, and what they made is compared on the others.",
            "",
            "With --live both run tasks on this machine as well, with their whole program.",
            "",
            "What was played is kept: the same command goes on where it was interrupted.",
            "",
            "Example:  ouroboros self delta HEAD working"
        })
final class DeltaCommand implements Callable<Integer> {
    private static final int SEEDS = 40;
    private static final int MAKING_SEEDS = 16;

    @Parameters(index = "0", paramLabel = "A", description = "The version that is the measure.")
    String a = "";

    @Parameters(index = "1", paramLabel = "B", description = "The version that may be better.")
    String b = "";

    @Option(
            names = "--order",
            paramLabel = "N",
            defaultValue = "1",
            description = "1: how well the versions improve tasks (default). 2: how well they improve an improver.")
    int order = 1;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description =
                    "Paired seeds, at least 10 (default: 40 on each task; with --order 2, 16 bodies of each version).")
    @Nullable
    Integer seeds;

    @Option(
            names = "--first-seed",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Number of the first seed: another one gives a comparison of its own (default: ${DEFAULT-VALUE}).")
    int first = 1;

    @Mixin
    DeltaTasks tasks = new DeltaTasks();

    @Mixin
    MakingOptions making = new MakingOptions();

    @Mixin
    LiveOptions live = new LiveOptions();

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
            var onMachine = live.live ? liveMatch(benchmark) : null;
            var scope = order == 2 ? Scope.EDITOR : Scope.SEARCH;
            var frozenA = benchmark.freeze(a, scope);
            var frozenB = benchmark.freeze(b, scope);
            var page = folder.resolve(frozenA.digest().substring(0, 12) + "-"
                    + frozenB.digest().substring(0, 12) + (order == 2 ? "-2.html" : ".html"));
            var played = order == 2
                    ? benchmark.play(makingMatch(frozenA, frozenB), page)
                    : benchmark.play(
                            new Match(frozenA, frozenB, DeltaBenchmark.tasks(tasks.files()), first, seeds()), page);
            if (onMachine != null) {
                played = benchmark.run(onMachine, played);
            }
            write(page, DeltaReport.html(played.result(), played.curves()));
            Output.print(spec, common, played.result(), DeltaText::of);
            return ExitCode.DONE;
        } catch (DeltaException e) {
            throw new CommandFailure(ExitCode.WRONG_USE, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            var told = new InterruptedException("interrupted; the same command goes on where it was");
            told.initCause(e);
            throw told;
        }
    }

    private int seeds() {
        return seeds != null ? seeds : order == 2 ? MAKING_SEEDS : SEEDS;
    }

    /** Whatever may be wrong with it is told before anything else is played. */
    private LiveMatch liveMatch(DeltaBenchmark benchmark) throws CommandFailure, DeltaException, InterruptedException {
        var effort = live.effort();
        var its = live.tasks();
        return new LiveMatch(
                benchmark.freeze(a, Scope.PROGRAM), benchmark.freeze(b, Scope.PROGRAM), its, effort, first);
    }

    private MakingMatch makingMatch(Version frozenA, Version frozenB) throws CommandFailure, DeltaException {
        var effort = making.effort();
        var practice = making.practice();
        var held = DeltaBenchmark.tasks(tasks.files());
        var seen = DeltaBenchmark.tasks(practice);
        for (var task : held) {
            expect(
                    seen.stream().noneMatch(other -> other.digest().equals(task.digest())),
                    "bodies are to be compared on " + task.name()
                            + ", which edits are measured on; name others by --practice FILE...");
        }
        return new MakingMatch(
                frozenA, frozenB, BodyTask.read(making.body()), effort, practice, held, first, seeds(), making.plays);
    }

    private void check() throws CommandFailure {
        expect(order == 1 || order == 2, "--order is " + order + "; expected 1 or 2");
        expect(
                seeds() >= Match.FEWEST_SEEDS,
                "--seeds is " + seeds() + "; expected at least " + Match.FEWEST_SEEDS + ", fewer say nothing");
        expect(seeds() <= 10_000, "--seeds is " + seeds() + "; expected at most 10000");
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
}
