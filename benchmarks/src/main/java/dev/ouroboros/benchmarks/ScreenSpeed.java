package dev.ouroboros.benchmarks;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.dispatch.Cascade;
import dev.ouroboros.engine.dispatch.Cascade.PartStage;
import dev.ouroboros.engine.evaluation.Evaluation.StageResult;
import dev.ouroboros.engine.evaluation.Medians;
import dev.ouroboros.engine.layer.LayerOptions;
import dev.ouroboros.engine.layer.PartSupport;
import dev.ouroboros.engine.task.Part;
import dev.ouroboros.engine.task.Task;
import dev.ouroboros.engine.task.TaskException;
import dev.ouroboros.engine.task.TaskReader;
import dev.ouroboros.hdl.VerilogLayer;
import dev.ouroboros.hdl.netlist.DesignProblem;
import dev.ouroboros.hdl.stage.Candidate;
import dev.ouroboros.hdl.task.DesignTaskReader;
import dev.ouroboros.sim.SimulationLayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the whole screen of a design takes, with all recipes of its task, against Verilator and Yosys used plainly:
 * {@code ScreenSpeed [ROUNDS [TASK]...]}, 5 rounds and the designs in {@code hdl/tasks} unless told.
 *
 * <p>The screen is every stage before confirmation: the guard, lint, elaboration, synthesis, and 10,000 simulated cycles compared with the
 * seed's. Plainly means {@code verilator --cc --exe --build} and running that for 10,000 cycles, then {@code yosys} with
 * {@code synth_ice40} for one recipe after the other. Both take turns, in random order, and every round has a text of its
 * own, so that nothing is remembered.
 */
public final class ScreenSpeed {
    private static final int ROUNDS = 5;
    private static final double WANTED = 0.5;

    private ScreenSpeed() {}

    public static void main(String[] arguments) throws TaskException, IOException, DesignProblem, InterruptedException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : ROUNDS;
        List<Path> tasks = arguments.length > 1
                ? Stream.of(arguments).skip(1).map(Path::of).toList()
                : tasks();
        LayerOptions options = NativeTasks.options();
        List<Double> ratios = new ArrayList<>();
        for (Path folder : tasks) {
            Task task = TaskReader.read(folder, Set.of("verilog"));
            ratios.add(ratio(task, options, rounds));
        }
        System.out.printf(
                Locale.ROOT,
                "geometric mean of the ratios: %.3f, the worst %.3f (at most %.1f wanted)%n",
                Math.exp(ratios.stream().mapToDouble(Math::log).average().orElseThrow()),
                ratios.stream().mapToDouble(Double::doubleValue).max().orElseThrow(),
                WANTED);
    }

    private static List<Path> tasks() throws IOException {
        var folder = Path.of(Objects.requireNonNull(System.getProperty("ouroboros.home")), "hdl", "tasks");
        try (var tasks = Files.list(folder)) {
            return tasks.sorted().toList();
        }
    }

    private static double ratio(Task task, LayerOptions options, int rounds)
            throws TaskException, IOException, DesignProblem, InterruptedException {
        Part part = task.parts().getFirst();
        var simulated = PlainVerilator.of(part, options);
        var synthesized = new PlainYosys(Candidate.seed(part, DesignTaskReader.read(part)));
        var random = new Random(1);
        var ours = new double[rounds];
        var theirs = new double[rounds];
        try (PartSupport hdl = new VerilogLayer().support(part, options);
                PartSupport sim = new SimulationLayer().support(part, options)) {
            var screen = new Cascade(Stream.of(hdl, sim)
                    .flatMap(support -> support.stages().stream())
                    .map(stage -> new PartStage(part.name(), stage))
                    .toList());
            screen(screen, task.seed());
            for (int round = 0; round < rounds; round++) {
                Artifact candidate = text(task, part, round);
                boolean first = random.nextBoolean();
                if (first) {
                    ours[round] = screen(screen, candidate);
                }
                theirs[round] = simulated.seconds() + synthesized.seconds();
                if (!first) {
                    ours[round] = screen(screen, candidate);
                }
            }
        }
        double ratio = Medians.median(ours) / Medians.median(theirs);
        System.out.printf(
                Locale.ROOT,
                "%-12s %6.2f s, plainly %6.2f s, ratio %.3f%n",
                task.name(),
                Medians.median(ours),
                Medians.median(theirs),
                ratio);
        return ratio;
    }

    private static Artifact text(Task task, Part part, int round) {
        String path = part.name() + "/" + part.files().getFirst();
        return task.seed().with(path, task.seed().text(path) + "// " + round + "\n");
    }

    private static double screen(Cascade screen, Artifact candidate) throws InterruptedException {
        long start = System.nanoTime();
        List<StageResult> results = screen.check(candidate);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (!Cascade.passed(results)) {
            throw new IllegalStateException("a seed does not pass: " + results.getLast());
        }
        if (Boolean.getBoolean("ouroboros.stages")) {
            System.out.println(results.stream()
                    .map(each -> String.format(Locale.ROOT, "%s %.2f", each.stage(), each.seconds()))
                    .toList());
        }
        return seconds;
    }
}
