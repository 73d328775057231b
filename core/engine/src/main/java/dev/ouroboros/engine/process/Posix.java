package dev.ouroboros.engine.process;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/** {@code syscall(2)}: the few things of Linux that Java has no word for. */
final class Posix {
    static final int EPERM = 1;
    static final int ENOSYS = 38;
    static final int EAFNOSUPPORT = 97;
    static final int SIGKILL = 9;
    static final int SIGSTOP = 19;

    private static final int ARGUMENTS = 5;
    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
    private static final MethodHandle SYSCALL = handle();

    private Posix() {}

    /** Whether {@link #call} works: Linux on an architecture whose numbers are known. */
    static boolean supported() {
        return Architecture.current() != null;
    }

    /** The result of the call, or minus errno. Arguments are integers or addresses, five at most. */
    static long call(SystemCall call, long... arguments) {
        Architecture architecture = Architecture.current();
        if (architecture == null) {
            throw new UnsupportedOperationException(call + " needs Linux on x86-64 or aarch64, this is "
                    + System.getProperty("os.name") + " on " + System.getProperty("os.arch"));
        }
        long[] a = Arrays.copyOf(arguments, ARGUMENTS);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            long number = call.number(architecture);
            long result = (long) SYSCALL.invokeExact(state, number, a[0], a[1], a[2], a[3], a[4]);
            return result >= 0 ? result : -(int) ERRNO.get(state, 0L);
        } catch (Throwable e) {
            throw new LinkageError(call + " could not be called", e);
        }
    }

    /** As {@link #call}, for calls that only fail when the system lacks something. */
    static long need(SystemCall call, long... arguments) {
        long result = call(call, arguments);
        if (result < 0) {
            throw new IllegalStateException(call + Arrays.toString(arguments) + " failed with errno " + -result);
        }
        return result;
    }

    private static MethodHandle handle() {
        MemoryLayout[] longs = new MemoryLayout[1 + ARGUMENTS];
        Arrays.fill(longs, ValueLayout.JAVA_LONG);
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow("syscall"),
                FunctionDescriptor.of(ValueLayout.JAVA_LONG, longs),
                Linker.Option.firstVariadicArg(1),
                Linker.Option.captureCallState("errno"));
    }
}
