package dev.ouroboros.benchmarks.suite;

import dev.ouroboros.nativec.binding.Launch;
import dev.ouroboros.nativec.binding.NativeKernel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A kernel that does nothing, called through the layer's face, and a trivial downcall to compare with. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ForeignCall {
    private static final String SOURCE = """
            int ouroboros_launch(const void *launch) { (void)launch; return 0; }
            int trivial(const void *pointer) { (void)pointer; return 0; }
            """;
    private static final Path LIBRARY = build();
    private static final MethodHandle TRIVIAL = Linker.nativeLinker()
            .downcallHandle(
                    SymbolLookup.libraryLookup(LIBRARY, Arena.global()).findOrThrow("trivial"),
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));

    private final NativeKernel kernel = NativeKernel.load(LIBRARY, Arena.global());
    private final MemorySegment data = Arena.global().allocate(4096);
    private final Launch launch = Launch.of(
            Arena.global(),
            List.of(new Launch.Buffer(data, 1024), new Launch.Buffer(data, 1024)),
            List.of(new Launch.Scalar.Whole(1024)),
            List.of(1024L),
            null);

    @Benchmark
    public void kernel() {
        kernel.call(launch);
    }

    @Benchmark
    public int trivial() throws Throwable {
        return (int) TRIVIAL.invokeExact(data);
    }

    private static Path build() {
        try {
            Path folder = Files.createTempDirectory("ouroboros-suite");
            Path source = Files.writeString(folder.resolve("empty.c"), SOURCE);
            Path library = folder.resolve("empty.so");
            int exit = new ProcessBuilder("gcc", "-O2", "-shared", "-fPIC", "-o", library.toString(), source.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("gcc ended with " + exit);
            }
            return library;
        } catch (IOException e) {
            throw new UncheckedIOException("gcc is needed: sudo apt-get install gcc", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
