package dev.ouroboros.benchmarks;

import dev.ouroboros.cfamily.host.Candidate;
import dev.ouroboros.cfamily.host.Defence;
import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.task.TaskException;
import dev.ouroboros.engine.task.TaskReader;
import dev.ouroboros.nativec.binding.Launch;
import dev.ouroboros.nativec.binding.NativeKernel;
import dev.ouroboros.nativec.build.NativeCompiler;
import dev.ouroboros.nativec.build.Toolbox;
import dev.ouroboros.nativec.task.NativeTaskReader;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * Compares one exported candidate of {@code native/tasks/sgemm} with OpenBLAS on one thread, in turn: {@code
 * NativeSgemmVsOpenBlas EXPORT [ROUNDS]}, where EXPORT is what {@code ouroboros export} wrote. Both sides read the same
 * inputs, and their answers must agree. The candidate runs in this process: compare only what a run accepted.
 */
public final class NativeSgemmVsOpenBlas {
    private static final int[][] SHAPES = {
        {256, 256, 256}, {384, 384, 384}, {768, 768, 768}, {1000, 200, 600}, {333, 777, 555}, {64, 2048, 64}
    };
    private static final int ROUNDS = 25;

    private NativeSgemmVsOpenBlas() {}

    public static void main(String[] arguments)
            throws TaskException, IOException, CandidateFailure, InterruptedException {
        if (arguments.length == 0) {
            System.err.println("Usage: benchmarks/run NativeSgemmVsOpenBlas EXPORT [ROUNDS]");
            System.exit(2);
        }
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : ROUNDS;
        var blas = OpenBlas.load(1);
        var random = new Random(1);
        double sum = 0;
        try (var arena = Arena.ofShared()) {
            var kernel = NativeKernel.load(library(Path.of(arguments[0])), arena);
            for (int[] shape : SHAPES) {
                sum += Math.log(compare(kernel, blas, shape, rounds, random));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "geometric mean %.3f of OpenBLAS on one thread (at least 0.8 wanted); %s%n",
                Math.exp(sum / SHAPES.length),
                blas.configuration());
    }

    private static Path library(Path export) throws TaskException, IOException, CandidateFailure, InterruptedException {
        var home = Path.of(System.getProperty("ouroboros.home", ""));
        var task = TaskReader.read(home.resolve("native/tasks/sgemm"), Set.of("c"));
        var part = task.parts().getFirst();
        Artifact best = NativeTasks.exported(task, export);
        var options = NativeTasks.options();
        var compiler = new NativeCompiler(
                new Toolbox(options.sandbox(), options.tools()), NativeTaskReader.read(part), Defence.ALL);
        return Files.write(
                Files.createTempFile("sgemm", ".so"),
                compiler.compile(Candidate.of(part, best)).library());
    }

    private static double compare(NativeKernel kernel, OpenBlas blas, int[] shape, int rounds, Random random)
            throws InterruptedException {
        int m = shape[0];
        int n = shape[1];
        int k = shape[2];
        try (var arena = Arena.ofShared()) {
            var a = Matrices.random(arena, m * k, random);
            var b = Matrices.random(arena, k * n, random);
            var ours = Matrices.random(arena, m * n, random);
            var theirs = Matrices.random(arena, m * n, random);
            var launch = Launch.of(
                    arena,
                    List.of(buffer(a), buffer(b), buffer(ours)),
                    List.of(new Launch.Scalar.Whole(m), new Launch.Scalar.Whole(n), new Launch.Scalar.Whole(k)),
                    List.of((long) m, (long) n, (long) k),
                    null);
            kernel.call(launch);
            blas.sgemm(m, n, k, a, b, theirs);
            Matrices.agree(ours, theirs, k);
            var rates =
                    Alternation.of(() -> kernel.call(launch), () -> blas.sgemm(m, n, k, a, b, theirs), rounds, random);
            double work = 2.0 * m * n * k / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "%4d x %4d x %4d: candidate %6.1f, OpenBLAS %6.1f GFLOP/s, ratio %.3f%n",
                    m,
                    n,
                    k,
                    work / rates.one(),
                    work / rates.other(),
                    rates.ratio());
            return rates.ratio();
        }
    }

    private static Launch.Buffer buffer(MemorySegment matrix) {
        return new Launch.Buffer(matrix, matrix.byteSize() / Float.BYTES);
    }
}
