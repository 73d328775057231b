package dev.ouroboros.engine.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps two processes from working on the same run; the system lets go of it however the holder ends. */
public final class RunLock implements AutoCloseable {
    /**
     * What this process holds. Asked before the file is opened, because closing any channel of a file lets go of all locks
     * that the process has on it (POSIX, fcntl).
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private RunLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock of the run whose folder this is.
     *
     * @throws ArchiveException if somebody holds it, in this process or another
     */
    public static RunLock take(Path runFolder) {
        try {
            var file = runFolder.toRealPath().resolve("lock");
            var lock = HELD.add(file) ? lock(file) : null;
            if (lock != null) {
                return lock;
            }
        } catch (IOException e) {
            throw Diagnosis.of("lock " + runFolder, e);
        }
        throw new ArchiveException("run " + runFolder.getFileName() + " is being worked on already\n"
                + "Maybe it is still running in another terminal; wait for it or stop it with Ctrl-C.");
    }

    private static @Nullable RunLock lock(Path file) throws IOException {
        RunLock lock = null;
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = channel.tryLock() == null ? null : new RunLock(file, channel);
            return lock;
        } finally {
            if (lock == null) {
                HELD.remove(file);
                if (channel != null) {
                    channel.close();
                }
            }
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw Diagnosis.of("release the lock " + file, e);
        } finally {
            HELD.remove(file);
        }
    }
}
