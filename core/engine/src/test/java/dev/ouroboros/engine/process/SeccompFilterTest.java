package dev.ouroboros.engine.process;

import static org.junit.jupiter.api.Assertions.*;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs the programs on a small machine of our own, so that each architecture is tested on the other. */
class SeccompFilterTest {
    private static final long ALLOWED = 0x7FFF_0000L;
    private static final long KILLED = 0x8000_0000L;
    private static final int THREAD_FLAGS = 0x003D_0F00;
    private static final int NEW_USER = 0x1000_0000;
    private static final int READ_X86 = 0;
    private static final int X32 = 0x4000_0000;

    @ParameterizedTest
    @EnumSource
    void bothAllowThreadsAndOrdinaryCalls(Architecture here) {
        for (byte[] filter : List.of(SeccompFilter.sandbox(here), SeccompFilter.lockdown(here))) {
            assertEquals(ALLOWED, run(filter, here.audit, SystemCall.CLONE.number(here), THREAD_FLAGS));
            assertEquals(ALLOWED, run(filter, here.audit, SystemCall.CLOSE.number(here), 0));
            assertEquals(ALLOWED, run(filter, here.audit, SystemCall.KILL.number(here), 0));
        }
    }

    @ParameterizedTest
    @EnumSource
    void bothRefuseTheKernelsDepths(Architecture here) {
        for (byte[] filter : List.of(SeccompFilter.sandbox(here), SeccompFilter.lockdown(here))) {
            for (var call :
                    List.of(SystemCall.BPF, SystemCall.PTRACE, SystemCall.UNSHARE, SystemCall.SCHED_SETAFFINITY)) {
                assertEquals(errno(Posix.EPERM), run(filter, here.audit, call.number(here), 0), call.name());
            }
            for (var call : List.of(SystemCall.CLONE3, SystemCall.IO_URING_ENTER, SystemCall.MEMFD_CREATE)) {
                assertEquals(errno(Posix.ENOSYS), run(filter, here.audit, call.number(here), 0), call.name());
            }
            assertEquals(errno(Posix.EPERM), run(filter, here.audit, SystemCall.CLONE.number(here), NEW_USER));
        }
    }

    @ParameterizedTest
    @EnumSource
    void placingThreadsEndsWithLockdown(Architecture here) {
        int number = SystemCall.SCHED_SETAFFINITY.number(here);
        assertEquals(ALLOWED, run(SeccompFilter.sandbox(here, true), here.audit, number, 0));
        assertEquals(errno(Posix.EPERM), run(SeccompFilter.sandbox(here, false), here.audit, number, 0));
        assertEquals(errno(Posix.EPERM), run(SeccompFilter.lockdown(here), here.audit, number, 0));
        assertEquals(
                errno(Posix.EPERM),
                run(SeccompFilter.sandbox(here, true), here.audit, SystemCall.PTRACE.number(here), 0));
    }

    @ParameterizedTest
    @EnumSource
    void onlyLockdownRefusesProcesses(Architecture here) {
        byte[] sandbox = SeccompFilter.sandbox(here);
        byte[] lockdown = SeccompFilter.lockdown(here);
        for (var call : List.of(SystemCall.CLONE, SystemCall.EXECVE, SystemCall.EXECVEAT, SystemCall.SOCKETPAIR)) {
            assertEquals(ALLOWED, run(sandbox, here.audit, call.number(here), 17), call.name());
            assertEquals(errno(Posix.EPERM), run(lockdown, here.audit, call.number(here), 17), call.name());
        }
    }

    @ParameterizedTest
    @EnumSource
    void socketsAreOfTheOrdinaryFamilies(Architecture here) {
        byte[] filter = SeccompFilter.sandbox(here);
        int socket = SystemCall.SOCKET.number(here);
        assertEquals(ALLOWED, run(filter, here.audit, socket, 1));
        assertEquals(ALLOWED, run(filter, here.audit, socket, 10));
        assertEquals(errno(Posix.EAFNOSUPPORT), run(filter, here.audit, socket, 40));
    }

    @Test
    void aForeignArchitectureIsKilled() {
        byte[] filter = SeccompFilter.lockdown(Architecture.X86_64);
        assertEquals(KILLED, run(filter, Architecture.AARCH64.audit, 0, 0));
        assertEquals(KILLED, run(filter, Architecture.X86_64.audit, READ_X86 | X32, 0));
        assertEquals(ALLOWED, run(filter, Architecture.X86_64.audit, READ_X86, 0));
    }

    private static long errno(int value) {
        return 0x0005_0000L | value;
    }

    private static long run(byte[] program, int architecture, int number, int firstArgument) {
        ByteBuffer code = ByteBuffer.wrap(program).order(ByteOrder.LITTLE_ENDIAN);
        long accumulator = 0;
        for (int at = 0; ; at++) {
            int opcode = code.getShort(at * 8);
            int ifTrue = code.get(at * 8 + 2) & 0xFF;
            int ifFalse = code.get(at * 8 + 3) & 0xFF;
            long operand = code.getInt(at * 8 + 4) & 0xFFFF_FFFFL;
            boolean jump;
            switch (opcode) {
                case 0x20 -> {
                    accumulator = 0xFFFF_FFFFL
                            & switch ((int) operand) {
                                case 0 -> number;
                                case 4 -> architecture;
                                case 16 -> firstArgument;
                                default -> throw new AssertionError("load from " + operand);
                            };
                    continue;
                }
                case 0x06 -> {
                    return operand;
                }
                case 0x15 -> jump = accumulator == operand;
                case 0x35 -> jump = accumulator >= operand;
                case 0x45 -> jump = (accumulator & operand) != 0;
                default -> throw new AssertionError("opcode " + opcode);
            }
            at += jump ? ifTrue : ifFalse;
        }
    }
}
