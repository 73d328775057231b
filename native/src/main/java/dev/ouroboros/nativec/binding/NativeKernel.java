package dev.ouroboros.nativec.binding;

import dev.ouroboros.nativec.generated.KernelHeader;
import dev.ouroboros.nativec.generated.ouroboros_kernel;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;

/** A kernel in a loaded library. Good until the arena it was loaded in is closed. */
public final class NativeKernel {
    private static final String SYMBOL = "ouroboros_launch";

    private final MemorySegment function;

    private NativeKernel(MemorySegment function) {
        this.function = function;
    }

    /**
     * Loads a library that was built for the kernel header.
     *
     * @throws IllegalArgumentException if it cannot be loaded, or is no kernel
     */
    public static NativeKernel load(Path library, Arena arena) {
        return new NativeKernel(SymbolLookup.libraryLookup(library, arena)
                .find(SYMBOL)
                .orElseThrow(() -> new IllegalArgumentException("the library has no function " + SYMBOL)));
    }

    /**
     * Calls it once.
     *
     * @throws IllegalStateException if the kernel was built for another header or task
     */
    public void call(Launch launch) {
        int status = ouroboros_kernel.invoke(function, launch.struct());
        if (status != KernelHeader.OUROBOROS_DONE()) {
            throw new IllegalStateException(
                    status == KernelHeader.OUROBOROS_WRONG_VERSION()
                            ? "the kernel was built for another version of the header"
                            : "the kernel was built for another number of arguments (status " + status + ")");
        }
    }
}
