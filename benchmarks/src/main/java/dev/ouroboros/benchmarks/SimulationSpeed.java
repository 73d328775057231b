package dev.ouroboros.benchmarks;

import dev.ouroboros.engine.evaluation.Medians;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.layer.LayerOptions;
import dev.ouroboros.engine.layer.PartSupport;
import dev.ouroboros.engine.layer.Stage;
import dev.ouroboros.engine.task.Part;
import dev.ouroboros.engine.task.Task;
import dev.ouroboros.engine.task.TaskException;
import dev.ouroboros.engine.task.TaskReader;
import dev.ouroboros.hdl.netlist.DesignProblem;
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

/**
 * What the stage {@code simulation} takes against Verilator used plainly: {@code SimulationSpeed [ROUNDS]}, 5 unless told,
 * over the designs in {@code hdl/tasks}.
 *
 * <p>The stage's time is all of it for one candidate: drawing inputs, compiling the candidate, running it and the seed for 10,000
 * cycles, comparing. What is shared between candidates was compiled before. Plainly means {@code verilator --cc --exe --build}
 * in an empty folder with an ordinary test bench, and running that for 10,000 cycles. Both take turns, in random order.
 */
public final class SimulationSpeed {
    private static final int ROUNDS = 5;
    private static final double WANTED = 0.2;

    private SimulationSpeed() {}

    public static void main(String[] arguments) throws TaskException, IOException, DesignProblem, InterruptedException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : ROUNDS;
        LayerOptions options = NativeTasks.options();
        List<Double> ratios = new ArrayList<>();
        for (Path folder : tasks()) {
            Task task = TaskReader.read(folder, Set.of("verilog"));
            ratios.add(ratio(task, options, rounds));
        }
        System.out.printf(
                Locale.ROOT,
                "geometric mean of the ratios: %.3f (at most %.1f wanted)%n",
                Math.exp(ratios.stream().mapToDouble(Math::log).average().orElseThrow()),
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
        var plain = PlainVerilator.of(part, options);
        var random = new Random(1);
        var ours = new double[rounds];
        var theirs = new double[rounds];
        try (PartSupport support = new SimulationLayer().support(part, options)) {
            Stage stage = simulation(support);
            stage(stage, task);
            for (int round = 0; round < rounds; round++) {
                boolean first = random.nextBoolean();
                if (first) {
                    ours[round] = stage(stage, task);
                }
                theirs[round] = plain.seconds();
                if (!first) {
                    ours[round] = stage(stage, task);
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

    private static double stage(Stage stage, Task task) throws InterruptedException {
        long start = System.nanoTime();
        Outcome outcome = stage.run(task.seed());
        double seconds = (System.nanoTime() - start) / 1e9;
        if (!(outcome instanceof Outcome.Passed)) {
            throw new IllegalStateException("the seed of " + task.name() + " does not do what it does: " + outcome);
        }
        return seconds;
    }

    private static Stage simulation(PartSupport support) {
        return support.stages().stream()
                .filter(stage -> stage.name().equals("simulation"))
                .findFirst()
                .orElseThrow();
    }
}
