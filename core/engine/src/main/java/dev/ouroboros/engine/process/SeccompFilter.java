package dev.ouroboros.engine.process;

import static dev.ouroboros.engine.process.SystemCall.*;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Programs for seccomp, in the classic BPF of {@code linux/filter.h} over {@code struct seccomp_data} of
 * {@code linux/seccomp.h}. A foreign architecture (i386 and x32 calls on x86-64) kills the process.
 */
final class SeccompFilter {
    private static final int LOAD = 0x20;
    private static final int JUMP_EQUAL = 0x15;
    private static final int JUMP_ABOVE_OR_EQUAL = 0x35;
    private static final int JUMP_ANY_BIT = 0x45;
    private static final int RETURN = 0x06;

    private static final int NUMBER = 0;
    private static final int ARCHITECTURE = 4;
    /** The low half of the first argument: both architectures are little-endian. */
    private static final int FIRST_ARGUMENT = 16;

    private static final int KILL_PROCESS = 0x8000_0000;
    private static final int ERRNO = 0x0005_0000;
    private static final int ALLOW = 0x7FFF_0000;

    private static final int X32 = 0x4000_0000;
    private static final int CLONE_THREAD = 0x0001_0000;
    /** NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET. */
    private static final int CLONE_NAMESPACES = 0x7E02_0000;

    private static final List<Integer> SOCKET_FAMILIES = List.of(1, 2, 10);

    private record Instruction(int code, int ifTrue, int ifFalse, int operand) {}

    private final Architecture architecture;
    private final List<Instruction> program = new ArrayList<>();

    private SeccompFilter(Architecture architecture) {
        this.architecture = architecture;
    }

    /**
     * For everything inside the sandbox, tools included: processes and threads are free; what reaches into the kernel
     * or into other processes, makes namespaces, changes the affinity, or holds memory that no resident set shows
     * (memfd, System V) is not. Sockets are of the families unix, inet and inet6, which end in an empty network.
     */
    static byte[] sandbox(Architecture architecture) {
        return sandbox(architecture, false);
    }

    /**
     * As {@link #sandbox(Architecture)}.
     *
     * @param placesThreads whether the affinity may be changed
     */
    static byte[] sandbox(Architecture architecture, boolean placesThreads) {
        var filter = new SeccompFilter(architecture);
        filter.begin();
        filter.ifCall(CLONE, refuseAnyOf(CLONE_NAMESPACES));
        filter.ifCall(SOCKET, allowOnly(SOCKET_FAMILIES));
        filter.denyCommon();
        if (!placesThreads) {
            filter.denyAffinity();
        }
        return filter.end();
    }

    /** For a worker about to run a candidate: as {@link #sandbox}, and no new process, no program, no socket. */
    static byte[] lockdown(Architecture architecture) {
        var filter = new SeccompFilter(architecture);
        filter.begin();
        filter.ifCall(CLONE, refuseUnless(CLONE_THREAD));
        filter.deny(Posix.EPERM, EnumSet.of(FORK, VFORK, EXECVE, EXECVEAT, SOCKET, SOCKETPAIR, CONNECT));
        filter.denyCommon();
        filter.denyAffinity();
        return filter.end();
    }

    private void begin() {
        add(LOAD, 0, 0, ARCHITECTURE);
        add(JUMP_EQUAL, 1, 0, architecture.audit);
        add(RETURN, 0, 0, KILL_PROCESS);
        add(LOAD, 0, 0, NUMBER);
        if (architecture == Architecture.X86_64) {
            add(JUMP_ABOVE_OR_EQUAL, 0, 1, X32);
            add(RETURN, 0, 0, KILL_PROCESS);
        }
    }

    /** ENOSYS where programs know how to do without: the C library then uses clone, whose flags a filter can read. */
    private void denyCommon() {
        deny(Posix.ENOSYS, EnumSet.of(CLONE3, MEMFD_CREATE, MEMFD_SECRET, SHMGET, MSGGET));
        deny(Posix.ENOSYS, EnumSet.range(IO_URING_SETUP, IO_URING_REGISTER));
        deny(Posix.EPERM, EnumSet.range(PTRACE, KCMP));
        Set<SystemCall> depths = EnumSet.range(BPF, SCHED_SETAFFINITY);
        depths.remove(SCHED_SETAFFINITY);
        deny(Posix.EPERM, depths);
    }

    private void denyAffinity() {
        deny(Posix.EPERM, EnumSet.of(SCHED_SETAFFINITY));
    }

    private void deny(int errno, Set<SystemCall> calls) {
        for (SystemCall call : calls) {
            ifCall(call, List.of(new Instruction(RETURN, 0, 0, ERRNO | errno)));
        }
    }

    /** The body must end in a return on every path: it may overwrite the loaded number. */
    private void ifCall(SystemCall call, List<Instruction> body) {
        int number = call.number(architecture);
        if (number != SystemCall.NONE) {
            add(JUMP_EQUAL, 0, body.size(), number);
            program.addAll(body);
        }
    }

    private static List<Instruction> refuseAnyOf(int flags) {
        return List.of(
                new Instruction(LOAD, 0, 0, FIRST_ARGUMENT),
                new Instruction(JUMP_ANY_BIT, 0, 1, flags),
                new Instruction(RETURN, 0, 0, ERRNO | Posix.EPERM),
                new Instruction(RETURN, 0, 0, ALLOW));
    }

    private static List<Instruction> refuseUnless(int flag) {
        return List.of(
                new Instruction(LOAD, 0, 0, FIRST_ARGUMENT),
                new Instruction(JUMP_ANY_BIT, 1, 0, flag),
                new Instruction(RETURN, 0, 0, ERRNO | Posix.EPERM),
                new Instruction(RETURN, 0, 0, ALLOW));
    }

    private static List<Instruction> allowOnly(List<Integer> values) {
        List<Instruction> body = new ArrayList<>();
        body.add(new Instruction(LOAD, 0, 0, FIRST_ARGUMENT));
        for (int value : values) {
            body.add(new Instruction(JUMP_EQUAL, 0, 1, value));
            body.add(new Instruction(RETURN, 0, 0, ALLOW));
        }
        body.add(new Instruction(RETURN, 0, 0, ERRNO | Posix.EAFNOSUPPORT));
        return body;
    }

    private void add(int code, int ifTrue, int ifFalse, int operand) {
        program.add(new Instruction(code, ifTrue, ifFalse, operand));
    }

    /** An array of {@code struct sock_filter}, eight bytes each. */
    private byte[] end() {
        add(RETURN, 0, 0, ALLOW);
        ByteBuffer bytes = ByteBuffer.allocate(program.size() * 8).order(ByteOrder.LITTLE_ENDIAN);
        for (Instruction i : program) {
            bytes.putShort((short) i.code)
                    .put((byte) i.ifTrue)
                    .put((byte) i.ifFalse)
                    .putInt(i.operand);
        }
        return bytes.array();
    }
}
