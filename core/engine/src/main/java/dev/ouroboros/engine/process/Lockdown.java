package dev.ouroboros.engine.process;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Takes from the calling process, for ever and in all its threads, the right to start processes and programs, to open
 * sockets and to reach into other processes. A worker calls it after its last own compile and before the candidate's
 * first instruction. Threads may still be made.
 */
public final class Lockdown {
    private static final int PR_SET_NO_NEW_PRIVS = 38;
    private static final int SECCOMP_SET_MODE_FILTER = 1;
    private static final int SECCOMP_FILTER_FLAG_TSYNC = 1;

    /** What became of it. */
    public sealed interface Result {
        /** All threads are bound. */
        record Locked() implements Result {}

        /** Nothing has changed, and why. */
        record Unsupported(String reason) implements Result {}
    }

    private Lockdown() {}

    /** Installs the filter on all threads of this process at once. Calling it again only costs time. */
    public static Result install() {
        Architecture architecture = Architecture.current();
        if (architecture == null) {
            return new Result.Unsupported("seccomp filters are written for Linux on x86-64 and aarch64, this is "
                    + System.getProperty("os.name") + " on " + System.getProperty("os.arch"));
        }
        byte[] program = SeccompFilter.lockdown(architecture);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment filter = arena.allocate(program.length, 8);
            filter.copyFrom(MemorySegment.ofArray(program));
            MemorySegment header = arena.allocate(16, 8);
            header.set(ValueLayout.JAVA_SHORT, 0, (short) (program.length / 8));
            header.set(ValueLayout.ADDRESS, 8, filter);
            Posix.need(SystemCall.PRCTL, PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
            long result = Posix.call(
                    SystemCall.SECCOMP, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, header.address());
            if (result > 0) {
                return new Result.Unsupported("thread " + result + " already has a filter of its own");
            }
            return result == 0
                    ? new Result.Locked()
                    : new Result.Unsupported("this kernel refuses seccomp filters (errno " + -result
                            + "). Maybe it was built without CONFIG_SECCOMP_FILTER.");
        }
    }
}
