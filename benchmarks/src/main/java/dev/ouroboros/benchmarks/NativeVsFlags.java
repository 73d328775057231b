package dev.ouroboros.benchmarks;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Medians;
import dev.ouroboros.engine.layer.Bench;
import dev.ouroboros.engine.layer.LayerOptions;
import dev.ouroboros.engine.layer.PartSupport;
import dev.ouroboros.engine.measure.BlockScheduler;
import dev.ouroboros.engine.task.Task;
import dev.ouroboros.engine.task.TaskException;
import dev.ouroboros.engine.task.TaskReader;
import dev.ouroboros.nativec.NativeLayer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a run found in C against what flags alone give: {@code NativeVsFlags TASK EXPORT [TASK EXPORT]...}, where EXPORT is
 * the folder that {@code ouroboros export} wrote. Each is compared with the unmodified function built with {@code -O2} and
 * with {@code -O3 -march=native}, which are the task's parameters OPT and ARCH, in blocks whose sides alternate.
 */
public final class NativeVsFlags {
    private static final int BLOCKS = 5;

    private NativeVsFlags() {}

    public static void main(String[] arguments)
            throws TaskException, IOException, InterruptedException, CandidateFailure {
        if (arguments.length == 0 || arguments.length % 2 != 0) {
            System.err.println("Usage: benchmarks/run NativeVsFlags TASK EXPORT [TASK EXPORT]...");
            System.exit(2);
        }
        LayerOptions options = NativeTasks.options();
        List<Double> plain = new ArrayList<>();
        List<Double> flags = new ArrayList<>();
        for (int i = 0; i < arguments.length; i += 2) {
            Task task = TaskReader.read(Path.of(arguments[i]), Set.of("c"));
            Artifact best = NativeTasks.exported(task, Path.of(arguments[i + 1]));
            Artifact native3 = NativeTasks.with(task, Map.of("OPT", "-O3", "ARCH", "-march=native"));
            try (PartSupport support = new NativeLayer().support(task.parts().getFirst(), options)) {
                Bench bench = Objects.requireNonNull(support.bench());
                plain.add(ratio(task, bench, task.seed(), best, options));
                flags.add(ratio(task, bench, native3, best, options));
            }
            System.out.printf(
                    Locale.ROOT,
                    "%-14s %7.2f x over -O2, %7.2f x over -O3 -march=native%n",
                    task.name(),
                    plain.getLast(),
                    flags.getLast());
        }
        System.out.printf(
                Locale.ROOT,
                "geometric mean %7.2f x over -O2, %7.2f x over -O3 -march=native (at least 4 and 1.5 wanted)%n",
                mean(plain),
                mean(flags));
    }

    private static double ratio(Task task, Bench bench, Artifact from, Artifact to, LayerOptions options)
            throws CandidateFailure, InterruptedException {
        double[] gains = new double[BLOCKS];
        for (int i = 0; i < BLOCKS; i++) {
            gains[i] = BlockScheduler.STANDARD
                    .run(task.parts().getFirst().name(), bench, from, to, options.secret())
                    .logGain();
        }
        return Math.exp(Medians.median(gains));
    }

    private static double mean(List<Double> ratios) {
        return Math.exp(ratios.stream().mapToDouble(Math::log).average().orElseThrow());
    }
}
