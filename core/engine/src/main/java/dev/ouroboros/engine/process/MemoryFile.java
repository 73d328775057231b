package dev.ouroboros.engine.process;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file in memory that has no name in any folder ({@code memfd_create(2)}), open in this process until closed. Other
 * processes of the same user, and their sandboxes, open it through {@link #path()}.
 *
 * @param descriptor its number in this process
 */
record MemoryFile(int descriptor) implements AutoCloseable {
    private static final int MFD_CLOEXEC = 1;
    private static final int MFD_ALLOW_SEALING = 2;
    private static final int F_ADD_SEALS = 1033;
    private static final int F_SEAL_SEAL = 1;
    private static final int F_SEAL_SHRINK = 2;
    private static final int F_SEAL_GROW = 4;
    private static final int F_SEAL_WRITE = 8;

    /** A file of zeros that nobody can shrink or grow, this process included. */
    static MemoryFile ofSize(String name, long size) {
        MemoryFile file = create(name);
        Posix.need(SystemCall.FTRUNCATE, file.descriptor, size);
        file.seal(F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL);
        return file;
    }

    /** A file that nobody can change. */
    static MemoryFile ofContent(String name, byte[] content) throws IOException {
        MemoryFile file = create(name);
        Files.write(file.path(), content);
        file.seal(F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL);
        return file;
    }

    Path path() {
        return Path.of("/proc", Long.toString(ProcessHandle.current().pid()), "fd", Integer.toString(descriptor));
    }

    @Override
    public void close() {
        Posix.need(SystemCall.CLOSE, descriptor);
    }

    private static MemoryFile create(String name) {
        try (Arena arena = Arena.ofConfined()) {
            long address = arena.allocateFrom(name).address();
            return new MemoryFile((int) Posix.need(SystemCall.MEMFD_CREATE, address, MFD_CLOEXEC | MFD_ALLOW_SEALING));
        }
    }

    private void seal(int seals) {
        Posix.need(SystemCall.FCNTL, descriptor, F_ADD_SEALS, seals);
    }
}
