package dev.ouroboros.benchmarks.suite;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.Patch;
import dev.ouroboros.engine.artifact.PatchFailure;
import dev.ouroboros.engine.artifact.Patches;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One file of a seed replaced, and the new artifact named by its digest. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PatchApply {
    private final SmallTask small = SmallTask.create();
    private int number;

    @Benchmark
    public String wholeFile() throws PatchFailure {
        Patch patch = new Patch.WholeFile("part/file.txt", "for (;;) {} // " + number++);
        Artifact patched = Patches.apply(
                small.task().seed(), List.of(patch), small.task().editScope());
        return patched.digest();
    }
}
