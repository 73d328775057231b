package dev.ouroboros.nativec.jmh;

import dev.ouroboros.nativec.binding.Launch;
import dev.ouroboros.nativec.binding.Launches;
import dev.ouroboros.nativec.binding.NativeKernel;
import dev.ouroboros.nativec.worker.NativePlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import tools.jackson.databind.json.JsonMapper;

/** One launch of a kernel on the same buffers again and again. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class KernelBenchmark {
    /** Names the folder that holds the kernel, its plan and its memory. */
    public static final String FOLDER = "ouroboros.kernel";

    static final String LIBRARY = "kernel.so";
    static final String PLAN = "plan.json";
    static final String MEMORY = "memory";

    private static final long PAGE = 4096;

    private final NativeKernel kernel;
    private final Launch launch;

    /** Loads all of it. */
    public KernelBenchmark() {
        Path folder = Path.of(System.getProperty(FOLDER));
        try {
            NativePlan plan = new JsonMapper().readValue(Files.readString(folder.resolve(PLAN)), NativePlan.class);
            kernel = NativeKernel.load(folder.resolve(LIBRARY), Arena.global());
            launch = Launches.of(
                    Arena.global(),
                    memory(folder.resolve(MEMORY)),
                    plan.launches().getFirst(),
                    plan.shape(),
                    plan.result());
        } catch (IOException e) {
            throw new UncheckedIOException("there is no kernel in " + folder, e);
        }
    }

    @Benchmark
    public void launch() {
        kernel.call(launch);
    }

    /** A copy at an address of a page, as the workers have it. */
    private static MemorySegment memory(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        return Arena.global().allocate(content.length, PAGE).copyFrom(MemorySegment.ofArray(content));
    }
}
