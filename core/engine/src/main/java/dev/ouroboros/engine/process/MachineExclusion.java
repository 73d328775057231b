package dev.ouroboros.engine.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One for the whole machine: its threads take turns fairly among themselves, its processes through a locked file in
 * memory. A hold must be closed by the thread that took it.
 */
public final class MachineExclusion implements Exclusion {
    private static final Path FOLDER = Files.isDirectory(Path.of("/dev/shm")) ? Path.of("/dev/shm") : Path.of("/tmp");

    private final LockFile file;
    private final Consumer<String> whoHolds;
    private final ReentrantReadWriteLock threads = new ReentrantReadWriteLock(true);
    private final Object sharing = new Object();
    private int sharers;
    private @Nullable FileLock held;

    /**
     * @param whoHolds told, when there is a wait for another process, who it is
     */
    public MachineExclusion(Consumer<String> whoHolds) {
        this(FOLDER.resolve("ouroboros.lock"), whoHolds);
    }

    MachineExclusion(Path file, Consumer<String> whoHolds) {
        this.file = new LockFile(file);
        this.whoHolds = whoHolds;
    }

    @Override
    public Held shared() throws InterruptedException {
        threads.readLock().lockInterruptibly();
        boolean taken = false;
        try {
            synchronized (sharing) {
                if (sharers == 0) {
                    held = file.take(true, whoHolds);
                }
                sharers++;
            }
            taken = true;
            return this::releaseShared;
        } finally {
            if (!taken) {
                threads.readLock().unlock();
            }
        }
    }

    @Override
    public Held exclusive() throws InterruptedException {
        threads.writeLock().lockInterruptibly();
        boolean taken = false;
        try {
            held = file.take(false, whoHolds);
            taken = true;
            return this::releaseExclusive;
        } finally {
            if (!taken) {
                threads.writeLock().unlock();
            }
        }
    }

    private void releaseShared() {
        synchronized (sharing) {
            sharers--;
            if (sharers == 0) {
                releaseFile();
            }
        }
        threads.readLock().unlock();
    }

    private void releaseExclusive() {
        releaseFile();
        threads.writeLock().unlock();
    }

    private void releaseFile() {
        if (held == null) {
            throw new IllegalStateException("released twice");
        }
        try {
            LockFile.release(held);
            held = null;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot release the machine", e);
        }
    }
}
