package dev.ouroboros.benchmarks;

import dev.ouroboros.engine.artifact.ParameterFile;
import dev.ouroboros.engine.space.Setting;
import dev.ouroboros.kernels.device.BuildFailure;
import dev.ouroboros.kernels.device.OpenClRuntime;
import dev.ouroboros.kernels.device.PoclSettings;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares one exported sgemm candidate with OpenBLAS, both on all cores, in turn: {@code SgemmVsOpenBlas FOLDER
 * [ROUNDS]}, where FOLDER is what {@code ouroboros export} wrote for the part of {@code kernels/tasks/sgemm}.
 *
 * <p>A round times each side once, in random order, over a batch of at least 20 ms; the ratio of a shape is the median
 * over its rounds. Both sides read the same inputs, and the candidate's answer must agree with that of OpenBLAS.
 */
public final class SgemmVsOpenBlas {
    private static final int[][] SHAPES = {
        {512, 512, 512}, {768, 768, 768}, {1024, 1024, 1024}, {1000, 200, 600}, {333, 777, 555}, {64, 4096, 64}
    };

    private SgemmVsOpenBlas() {}

    /** One shape's result; GFLOP/s are medians over the rounds. */
    public record Row(int m, int n, int k, double candidate, double openBlas, double ratio) {}

    /** What is printed at the end. */
    public record Answer(Setting parameters, String openBlas, int rounds, List<Row> shapes, double geometricMean) {}

    public static void main(String[] arguments) throws IOException, BuildFailure, InterruptedException {
        if (arguments.length < 1) {
            System.err.println("Usage: benchmarks/run SgemmVsOpenBlas FOLDER [ROUNDS]");
            System.exit(2);
        }
        var folder = Path.of(arguments[0]);
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 25;
        var parameters = ParameterFile.read(Files.readString(folder.resolve("parameters.json")));
        var source = Files.readString(folder.resolve("sgemm.cl"));
        PoclSettings.useCache(Files.createTempDirectory("sgemm-kernels"));
        PoclSettings.pinThreads();
        var runtime = OpenClRuntime.open(0);
        var blas = OpenBlas.load(Runtime.getRuntime().availableProcessors());
        var rows = new ArrayList<Row>();
        var random = new Random(1);
        for (var shape : SHAPES) {
            try (var arena = Arena.ofConfined();
                    var product = new SgemmPair(arena, runtime, source, parameters, blas, shape)) {
                rows.add(compare(product, rounds, random));
            }
            var row = rows.getLast();
            System.err.printf(
                    Locale.ROOT,
                    "%4d x %4d x %4d: candidate %6.1f, OpenBLAS %6.1f GFLOP/s, ratio %.3f%n",
                    row.m(),
                    row.n(),
                    row.k(),
                    row.candidate(),
                    row.openBlas(),
                    row.ratio());
        }
        double mean = Math.exp(rows.stream()
                .mapToDouble(row -> Math.log(row.ratio()))
                .average()
                .orElseThrow());
        var answer = new Answer(parameters, blas.configuration(), rounds, rows, mean);
        System.out.println(
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(answer));
    }

    private static Row compare(SgemmPair product, int rounds, Random random) throws InterruptedException {
        product.check();
        var rates = Alternation.of(product::candidate, product::openBlas, rounds, random);
        return new Row(
                product.m(),
                product.n(),
                product.k(),
                product.flops() / rates.one() / 1e9,
                product.flops() / rates.other() / 1e9,
                rates.ratio());
    }
}
