package dev.ouroboros.kernels.device;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.List;

/**
 * What PoCL reads from the environment, which Java cannot set.
 *
 * <p>PoCL compiles a work-group function when it is first launched, by an external linker, which a locked-down process may
 * not start. But it also puts into a program's binary the functions that {@code POCL_BINARY_SPECIALIZE_WG} names (PoCL's
 * manual, "Tuning pocl behavior with ENV variables"), and a process that loads this binary compiles nothing.
 */
public final class PoclSettings {
    private static final String VARIANTS = "POCL_BINARY_SPECIALIZE_WG";
    private static final String CACHE = "POCL_CACHE_DIR";
    private static final MethodHandle SETENV = Linker.nativeLinker()
            .downcallHandle(
                    Linker.nativeLinker().defaultLookup().findOrThrow("setenv"),
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));

    private PoclSettings() {}

    /** Says what the next binary shall contain: names such as {@code 64-1-1-goffs0-smallgrid}. */
    public static void requestVariants(List<String> variants) {
        set(VARIANTS, String.join(",", variants));
    }

    /** Says where compiled code is kept; before the first device is opened. */
    public static void useCache(Path folder) {
        set(CACHE, folder.toString());
    }

    private static void set(String variable, String value) {
        try (Arena arena = Arena.ofConfined()) {
            int result = (int) SETENV.invokeExact(arena.allocateFrom(variable), arena.allocateFrom(value), 1);
            if (result != 0) {
                throw new IllegalStateException("setenv failed for " + variable);
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new LinkageError("setenv could not be called", e);
        }
    }
}
