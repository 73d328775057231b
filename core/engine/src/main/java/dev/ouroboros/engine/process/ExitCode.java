package dev.ouroboros.engine.process;

/** The exit code as a shell and Java report it: 128 + n when signal n ended the process. */
final class ExitCode {
    private static final int SIGNALLED = 128;

    private ExitCode() {}

    static String name(int exit) {
        return switch (exit - SIGNALLED) {
            case 4 -> "SIGILL";
            case 6 -> "SIGABRT (a JVM's way to end after a crash in native code)";
            case 7 -> "SIGBUS";
            case 8 -> "SIGFPE";
            case 9 -> "SIGKILL (maybe the kernel's, short of memory)";
            case 11 -> "SIGSEGV";
            case 15 -> "SIGTERM";
            case 24 -> "SIGXCPU";
            case 25 -> "SIGXFSZ";
            case 31 -> "SIGSYS (a system call that is not allowed)";
            default -> exit > SIGNALLED ? "signal " + (exit - SIGNALLED) : "exit code " + exit;
        };
    }
}
