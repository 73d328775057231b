package dev.ouroboros.kernels.device;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What PoCL reads from the environment, which Java cannot set.
 *
 * <p>PoCL compiles a work-group function when it is first launched, by an external linker, which a locked-down process may
 * not start. But it also puts into a program's binary the functions that {@code POCL_BINARY_SPECIALIZE_WG} names (PoCL's
 * manual, "Tuning pocl behavior with ENV variables"), and a process that loads this binary compiles nothing.
 *
 * <p>PoCL 3.1 reads each variable once and keeps a copy. Its own accessor tells where, so that one process can compile for
 * one group size after the other; where there is no such accessor, whoever asks must look whether the variable was heeded.
 */
public final class PoclSettings {
    /** Set to 1, each of PoCL's threads has a processor of its own; left alone, two may share one for longer than a batch. */
    public static final String AFFINITY = "POCL_AFFINITY";

    private static final String VARIANTS = "POCL_BINARY_SPECIALIZE_WG";
    private static final String CACHE = "POCL_CACHE_DIR";
    private static final int CAPACITY = 4000;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final MethodHandle SETENV = LINKER.downcallHandle(
            LINKER.defaultLookup().findOrThrow("setenv"),
            FunctionDescriptor.of(
                    ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));

    private static @Nullable MemorySegment copy;

    private PoclSettings() {}

    /** Says where compiled code is kept; before the first device is opened. */
    public static void useCache(Path folder) {
        set(CACHE, folder.toString());
    }

    /** Gives each of PoCL's threads a processor of its own, as the workers do; before the first device is opened. */
    public static void pinThreads() {
        set(AFFINITY, "1");
    }

    /** Says what the next binary shall contain: names such as {@code 64-1-1-goffs0-smallgrid}. */
    public static void requestVariants(List<String> variants) {
        String value = String.join(",", variants);
        if (copy == null) {
            copy = kept();
        }
        set(VARIANTS, value);
        if (copy.byteSize() > value.length()) {
            copy.setString(0, value);
        }
    }

    /** Lets PoCL make its copy of a value that is long enough for any later one; an empty segment if it tells no place. */
    private static MemorySegment kept() {
        try (Arena arena = Arena.ofConfined()) {
            MethodHandle accessor = SymbolLookup.libraryLookup("libpocl.so.2", Arena.global())
                    .find("pocl_get_string_option")
                    .map(symbol -> LINKER.downcallHandle(
                            symbol,
                            FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.ADDRESS)))
                    .orElse(null);
            if (accessor == null) {
                return MemorySegment.NULL;
            }
            set(VARIANTS, " ".repeat(CAPACITY));
            var found = (MemorySegment) accessor.invokeExact(arena.allocateFrom(VARIANTS), MemorySegment.NULL);
            boolean own = found.address() != 0
                    && found.reinterpret(CAPACITY + 1).getString(0).isBlank();
            return own ? found.reinterpret(CAPACITY + 1) : MemorySegment.NULL;
        } catch (IllegalArgumentException noSuchLibrary) {
            return MemorySegment.NULL;
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new LinkageError("PoCL's accessor could not be called", e);
        }
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
