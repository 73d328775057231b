package dev.ouroboros.benchmarks;

import dev.ouroboros.app.history.RunHistory;
import dev.ouroboros.app.summary.RunSummary;
import dev.ouroboros.benchmarks.rtlopt.Line;
import dev.ouroboros.benchmarks.rtlopt.Lines;
import dev.ouroboros.benchmarks.rtlopt.Pairs;
import dev.ouroboros.engine.archive.Archive;
import dev.ouroboros.engine.layer.Draft;
import dev.ouroboros.engine.layer.DraftException;
import dev.ouroboros.engine.layer.Layers;
import dev.ouroboros.engine.loop.Journal;
import dev.ouroboros.engine.process.DefaultToolRunner;
import dev.ouroboros.engine.process.MachineExclusion;
import dev.ouroboros.engine.process.Sandbox;
import dev.ouroboros.engine.process.Sandboxes;
import dev.ouroboros.engine.run.Assembly;
import dev.ouroboros.engine.run.RunOptions;
import dev.ouroboros.engine.run.Runs;
import dev.ouroboros.engine.search.SearchProposer;
import dev.ouroboros.engine.task.Budget;
import dev.ouroboros.engine.task.Durations;
import dev.ouroboros.engine.task.Task;
import dev.ouroboros.engine.task.TaskException;
import dev.ouroboros.hdl.init.Drafter;
import dev.ouroboros.hdl.task.DesignTaskReader;
import dev.ouroboros.hdl.tool.Toolbox;
import dev.ouroboros.hdl.tool.WorkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Improves the designs of RTL-OPT, and judges its pairs: {@code RtlOpt FOLDER LIBERTY RESULTS [--time 60s] [--evaluations 100]
 * [--proof-time 60s] [NAME...]}. FOLDER has {@code NAME/NAME.v} and {@code NAME_ref/NAME_ref.v}; areas are those of the benchmark's own script with
 * the cells of LIBERTY. RESULTS gets a line a design; started again, it goes on from there.
 */
public final class RtlOpt {
    private static final Budget USUAL = new Budget(100, Duration.ofSeconds(60));

    private final Sandbox sandbox;
    private final Pairs pairs;
    private final Options options;

    private RtlOpt(Sandbox sandbox, Options options) {
        this.sandbox = sandbox;
        this.pairs = new Pairs(new Toolbox(sandbox, new DefaultToolRunner()));
        this.options = options;
    }

    private record Options(
            Path folder, Path liberty, Path results, Budget budget, String proofTime, List<String> names) {
        static Options parse(List<String> arguments) {
            var plain = new ArrayList<String>();
            var budget = USUAL;
            var proofTime = "60s";
            for (int i = 0; i < arguments.size(); i++) {
                switch (arguments.get(i)) {
                    case "--time" -> budget = new Budget(budget.evaluations(), Durations.parse(arguments.get(++i)));
                    case "--evaluations" -> budget = new Budget(Integer.parseInt(arguments.get(++i)), budget.time());
                    case "--proof-time" -> proofTime = arguments.get(++i);
                    case String other -> plain.add(other);
                }
            }
            if (plain.size() < 3) {
                throw new IllegalArgumentException("expected FOLDER, LIBERTY and RESULTS");
            }
            return new Options(
                    Path.of(plain.get(0)),
                    Path.of(plain.get(1)),
                    Path.of(plain.get(2)),
                    budget,
                    proofTime,
                    plain.subList(3, plain.size()));
        }
    }

    public static void main(String[] arguments) throws IOException, TaskException, InterruptedException {
        Options options;
        try {
            options = Options.parse(List.of(arguments));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            System.err.println(e.getMessage() + "\nUsage: benchmarks/run RtlOpt FOLDER LIBERTY RESULTS [--time 60s]"
                    + " [--evaluations 100] [--proof-time 60s] [NAME...]");
            System.exit(2);
            return;
        }
        if (!(Sandboxes.detect() instanceof Sandboxes.Detection.Works(var sandbox))) {
            System.err.println("No sandbox works here; `./ouroboros doctor` says why.");
            System.exit(3);
            return;
        }
        var program = new RtlOpt(sandbox, options);
        var lines = Lines.open(options.results);
        for (var name : options.names.isEmpty() ? names(options.folder) : options.names) {
            if (!lines.has(name)) {
                lines.add(program.line(name));
                System.err.println(lines.last());
            }
        }
        System.out.print(lines.summary());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> Files.isDirectory(folder.resolve(name + "_ref")))
                    .sorted()
                    .toList();
        }
    }

    private Line line(String name) throws IOException, TaskException, InterruptedException {
        Path source = file(options.folder, name);
        Path reference = file(options.folder, name + "_ref");
        Draft draft;
        try {
            draft = Drafter.draft(source, name, options.liberty.toString());
        } catch (DraftException e) {
            return failed(name, "NOT ELABORATED: " + e.getMessage(), null);
        }
        try (var work = WorkFolder.create();
                var archive = Archive.open(work.path().resolve("archive"))) {
            draft.files()
                    .forEach((file, text) -> work.put("task/" + file, file.equals("task.toml") ? ruled(text) : text));
            var runs = new Runs(archive, assembly(), InstantSource.system(), List.of());
            Task task = runs.task(work.path().resolve("task"));
            var judged = pairs.judge(
                    DesignTaskReader.read(task.parts().getFirst()),
                    Files.readString(source),
                    Files.readString(reference));
            if (judged.seed() == null) {
                return failed(name, judged.verdict(), judged.counterexample());
            }
            var state = runs.start(task.withBudget(options.budget), new RunOptions(1, 2, null, sandbox));
            var history =
                    RunHistory.of(Journal.read(archive.ledger(state.started().run())));
            return line(name, judged, RunSummary.of(history, null), Lines.operators(history));
        }
    }

    private static Assembly assembly() {
        return new Assembly(
                Layers.load(),
                SearchProposer::of,
                "search",
                true,
                new DefaultToolRunner(),
                new MachineExclusion(holder -> System.err.println("Waiting: " + holder)));
    }

    private static Line line(String name, Pairs.Judged judged, RunSummary run, String by) {
        Double best = run.accepted() == 0 ? judged.seed() : run.best().value();
        return new Line(
                name,
                judged.verdict(),
                judged.counterexample(),
                judged.seed(),
                judged.reference(),
                best == null ? judged.seed() : best,
                run.evaluations(),
                run.accepted(),
                by,
                run.rejected(),
                run.wallSeconds(),
                run.halted());
    }

    private static Line failed(String name, String verdict, @Nullable String counterexample) {
        String problem = verdict.startsWith("NOT ELABORATED") ? verdict : "the seed was not synthesized in time";
        return new Line(name, verdict, counterexample, null, null, null, 0, 0, "", Map.of(), 0, problem);
    }

    /** The recipe is the benchmark's script, and nothing else. */
    private String ruled(String task) {
        return task.replaceFirst(
                "recipes  = \\[.*]", "recipes  = [\"\"]\n  proof-time = \"" + options.proofTime + "\"");
    }

    private static Path file(Path folder, String name) {
        return Objects.requireNonNull(
                found(folder, name), () -> "there is no " + name + "/" + name + ".v in " + folder);
    }

    private static @Nullable Path found(Path folder, String name) {
        return Stream.of(".v", ".sv")
                .map(ending -> folder.resolve(name).resolve(name + ending))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElse(null);
    }
}
