package dev.ouroboros.benchmarks;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** OpenBLAS' single-precision matrix product, called through the foreign-function API. */
final class OpenBlas {
    private static final int ROW_MAJOR = 101;
    private static final int NO_TRANSPOSE = 111;
    private final MethodHandle sgemm;
    private final String configuration;

    private OpenBlas(MethodHandle sgemm, String configuration) {
        this.sgemm = sgemm;
        this.configuration = configuration;
    }

    /**
     * Loads the library and sets its number of threads.
     *
     * @throws IllegalArgumentException if it is not installed
     */
    static OpenBlas load(int threads) {
        var library = SymbolLookup.libraryLookup("libopenblas.so.0", Arena.global());
        var linker = Linker.nativeLinker();
        var integer = ValueLayout.JAVA_INT;
        var real = ValueLayout.JAVA_FLOAT;
        var address = ValueLayout.ADDRESS;
        var sgemm = linker.downcallHandle(
                library.findOrThrow("cblas_sgemm"),
                FunctionDescriptor.ofVoid(
                        integer, integer, integer, integer, integer, integer, real, address, integer, address, integer,
                        real, address, integer));
        var set = linker.downcallHandle(
                library.findOrThrow("openblas_set_num_threads"), FunctionDescriptor.ofVoid(integer));
        var config = linker.downcallHandle(
                library.findOrThrow("openblas_get_config"),
                FunctionDescriptor.of(
                        address.withTargetLayout(MemoryLayout.sequenceLayout(256, ValueLayout.JAVA_BYTE))));
        try {
            set.invokeExact(threads);
            var text = (MemorySegment) config.invokeExact();
            return new OpenBlas(sgemm, text.getString(0));
        } catch (Throwable e) {
            throw new IllegalStateException("OpenBLAS does not answer", e);
        }
    }

    /** Returns version, processor and options it was built with. */
    String configuration() {
        return configuration;
    }

    /** Computes C = A·B, row-major; A is m×k, B is k×n, C is m×n. */
    void sgemm(int m, int n, int k, MemorySegment a, MemorySegment b, MemorySegment c) {
        try {
            sgemm.invokeExact(ROW_MAJOR, NO_TRANSPOSE, NO_TRANSPOSE, m, n, k, 1.0f, a, k, b, n, 0.0f, c, n);
        } catch (Throwable e) {
            throw new IllegalStateException("cblas_sgemm failed", e);
        }
    }
}
