package dev.ouroboros.engine.process;

/**
 * System calls by number, from the kernel's {@code arch/x86/entry/syscalls/syscall_64.tbl} and
 * {@code include/uapi/asm-generic/unistd.h} (aarch64). {@code NONE}: the architecture lacks it.
 */
enum SystemCall {
    CLOSE(3, 57),
    KILL(62, 129),
    FCNTL(72, 25),
    FTRUNCATE(77, 46),
    DUP3(292, 24),
    PRCTL(157, 167),
    SECCOMP(317, 277),

    CLONE(56, 220),
    CLONE3(435),
    FORK(57, SystemCall.NONE),
    VFORK(58, SystemCall.NONE),
    EXECVE(59, 221),
    EXECVEAT(322, 281),

    SOCKET(41, 198),
    SOCKETPAIR(53, 199),
    CONNECT(42, 203),

    PTRACE(101, 117),
    PROCESS_VM_READV(310, 270),
    PROCESS_VM_WRITEV(311, 271),
    PROCESS_MADVISE(440),
    PIDFD_OPEN(434),
    PIDFD_GETFD(438),
    KCMP(312, 272),

    MEMFD_CREATE(319, 279),
    MEMFD_SECRET(447),
    SHMGET(29, 194),
    MSGGET(68, 186),

    IO_URING_SETUP(425),
    IO_URING_ENTER(426),
    IO_URING_REGISTER(427),
    BPF(321, 280),
    PERF_EVENT_OPEN(298, 241),
    USERFAULTFD(323, 282),
    ADD_KEY(248, 217),
    REQUEST_KEY(249, 218),
    KEYCTL(250, 219),

    UNSHARE(272, 97),
    SETNS(308, 268),
    MOUNT(165, 40),
    UMOUNT2(166, 39),
    PIVOT_ROOT(155, 41),
    CHROOT(161, 51),
    OPEN_TREE(428),
    MOVE_MOUNT(429),
    FSOPEN(430),
    FSCONFIG(431),
    FSMOUNT(432),
    FSPICK(433),
    MOUNT_SETATTR(442),
    OPEN_BY_HANDLE_AT(304, 265),

    KEXEC_LOAD(246, 104),
    KEXEC_FILE_LOAD(320, 294),
    INIT_MODULE(175, 105),
    FINIT_MODULE(313, 273),
    DELETE_MODULE(176, 106),
    SWAPON(167, 224),
    SWAPOFF(168, 225),
    REBOOT(169, 142),
    ACCT(163, 89),
    QUOTACTL(179, 60),
    SETTIMEOFDAY(164, 170),
    CLOCK_SETTIME(227, 112),
    SYSLOG(103, 116),
    IOPL(172, SystemCall.NONE),
    IOPERM(173, SystemCall.NONE),
    MODIFY_LDT(154, SystemCall.NONE),

    SCHED_SETAFFINITY(203, 122);

    static final int NONE = -1;

    private final int x86;
    private final int aarch64;

    SystemCall(int x86, int aarch64) {
        this.x86 = x86;
        this.aarch64 = aarch64;
    }

    /** Calls newer than Linux 5.1 have one number everywhere. */
    SystemCall(int everywhere) {
        this(everywhere, everywhere);
    }

    int number(Architecture architecture) {
        return switch (architecture) {
            case X86_64 -> x86;
            case AARCH64 -> aarch64;
        };
    }
}
