package dev.ouroboros.nativec.jmh;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * What the processor counts of the calling thread outside of the kernel: {@code perf_event_open(2)} on Linux. Virtual
 * machines and strict settings have none.
 */
final class HardwareCounter {
    /** What can be counted, by its number among {@code PERF_TYPE_HARDWARE}. */
    enum Event {
        CYCLES(0),
        INSTRUCTIONS(1),
        CACHE_MISSES(3);

        private final long config;

        Event(long config) {
            this.config = config;
        }
    }

    private static final long SYSCALL = System.getProperty("os.arch").equals("aarch64") ? 241 : 298;
    private static final int ATTRIBUTE_BYTES = 112;
    private static final long CONFIG_OFFSET = 8;
    private static final long FLAGS_OFFSET = 40;
    private static final long EXCLUDE_KERNEL_AND_HYPERVISOR = (1 << 5) | (1 << 6);

    private static final Linker LINKER = Linker.nativeLinker();
    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = STATE.varHandle(StructLayout.PathElement.groupElement("errno"));
    private static final MethodHandle OPEN = LINKER.downcallHandle(
            LINKER.defaultLookup().findOrThrow("syscall"),
            FunctionDescriptor.of(
                    ValueLayout.JAVA_LONG,
                    ValueLayout.JAVA_LONG,
                    ValueLayout.ADDRESS,
                    ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_LONG),
            Linker.Option.firstVariadicArg(1),
            Linker.Option.captureCallState("errno"));
    private static final MethodHandle READ = LINKER.downcallHandle(
            LINKER.defaultLookup().findOrThrow("read"),
            FunctionDescriptor.of(
                    ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG));

    private final int descriptor;
    private final @Nullable String trouble;

    private HardwareCounter(int descriptor, @Nullable String trouble) {
        this.descriptor = descriptor;
        this.trouble = trouble;
    }

    /** Opens one; whether it counts shows {@link #trouble}. */
    static HardwareCounter open(Event event) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment attribute = arena.allocate(ATTRIBUTE_BYTES, 8);
            attribute.set(ValueLayout.JAVA_INT, 4, ATTRIBUTE_BYTES);
            attribute.set(ValueLayout.JAVA_LONG, CONFIG_OFFSET, event.config);
            attribute.set(ValueLayout.JAVA_LONG, FLAGS_OFFSET, EXCLUDE_KERNEL_AND_HYPERVISOR);
            MemorySegment state = arena.allocate(STATE);
            long descriptor = (long) OPEN.invokeExact(state, SYSCALL, attribute, 0, -1, -1, 0L);
            return descriptor >= 0
                    ? new HardwareCounter((int) descriptor, null)
                    : new HardwareCounter(-1, "perf_event_open failed with errno " + (int) ERRNO.get(state, 0L));
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns why it does not count, or null. */
    @Nullable
    String trouble() {
        return trouble;
    }

    /** Returns what has been counted since it was opened. */
    long read() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment count = arena.allocate(ValueLayout.JAVA_LONG);
            long bytes = (long) READ.invokeExact(descriptor, count, 8L);
            if (bytes != 8) {
                throw new IllegalStateException("a counter gave " + bytes + " bytes");
            }
            return count.get(ValueLayout.JAVA_LONG, 0);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
