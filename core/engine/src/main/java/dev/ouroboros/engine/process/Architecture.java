package dev.ouroboros.engine.process;

import org.jspecify.annotations.Nullable;

/** The processors whose system calls are known by number. */
enum Architecture {
    /** {@code AUDIT_ARCH_X86_64} of linux/audit.h. */
    X86_64(0xC000_003E),
    /** {@code AUDIT_ARCH_AARCH64} of linux/audit.h. */
    AARCH64(0xC000_00B7);

    private static final @Nullable Architecture CURRENT = detect();

    /** The value seccomp reports in {@code seccomp_data.arch}. */
    final int audit;

    Architecture(int audit) {
        this.audit = audit;
    }

    /** The architecture of this JVM, or null where it is not Linux or its system calls are not known here. */
    static @Nullable Architecture current() {
        return CURRENT;
    }

    private static @Nullable Architecture detect() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return null;
        }
        return switch (System.getProperty("os.arch")) {
            case "amd64" -> X86_64;
            case "aarch64" -> AARCH64;
            default -> null;
        };
    }
}
