package dev.ouroboros.engine.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The right to measure: one holder on this machine, whoever its user is. It is a lock of the kernel on a file in memory, so it
 * ends with its holder however that ends. A thread that holds it may take it again; close as often, in the same thread.
 */
public final class MachineLock implements AutoCloseable {
    private static final Path FOLDER = Files.isDirectory(Path.of("/dev/shm")) ? Path.of("/dev/shm") : Path.of("/tmp");
    private static final MachineLock THE_ONE = new MachineLock(FOLDER.resolve("ouroboros.lock"));
    private static final Set<OpenOption> OPEN =
            Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    private static final Set<OpenOption> CREATE =
            Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
    private static final long RETRY_MILLIS = 20;
    private static final int NOTE_BYTES = 64;

    private final Path file;
    private final ReentrantLock threads = new ReentrantLock(true);
    private @Nullable FileLock lock;

    MachineLock(Path file) {
        this.file = file;
    }

    /**
     * Waits for its turn.
     *
     * @param whoHolds told once, when there is a wait, who has it
     * @throws TimeoutException when patience ends first; says who has it
     */
    public static MachineLock acquire(Duration patience, Consumer<String> whoHolds)
            throws InterruptedException, TimeoutException {
        return THE_ONE.take(patience, whoHolds);
    }

    MachineLock take(Duration patience, Consumer<String> whoHolds) throws InterruptedException, TimeoutException {
        long deadline = System.nanoTime() + patience.toNanos();
        if (!threads.tryLock()) {
            whoHolds.accept("another thread of this process");
            if (!threads.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new TimeoutException("another thread of this process still measures after " + patience);
            }
        }
        boolean taken = false;
        try {
            if (threads.getHoldCount() == 1) {
                lock = lockFile(deadline, patience, whoHolds);
            }
            taken = true;
            return this;
        } finally {
            if (!taken) {
                threads.unlock();
            }
        }
    }

    @Override
    public void close() {
        if (threads.getHoldCount() == 1 && lock != null) {
            try {
                lock.acquiredBy().close();
                lock = null;
            } catch (IOException e) {
                throw new UncheckedIOException("cannot release " + file, e);
            }
        }
        threads.unlock();
    }

    private FileLock lockFile(long deadline, Duration patience, Consumer<String> whoHolds)
            throws InterruptedException, TimeoutException {
        boolean told = false;
        while (true) {
            String holder;
            try {
                FileChannel channel = open();
                FileLock taken = tryLock(channel);
                if (taken != null) {
                    sign(channel);
                    return taken;
                }
                holder = read(channel);
                channel.close();
            } catch (NoSuchFileException | FileAlreadyExistsException | AccessDeniedException beingMade) {
                holder = "whoever makes " + file;
            } catch (IOException e) {
                throw new UncheckedIOException("cannot lock " + file, e);
            }
            if (System.nanoTime() - deadline > 0) {
                throw new TimeoutException(holder + " still measures on this machine after " + patience);
            }
            if (!told) {
                whoHolds.accept(holder);
                told = true;
            }
            Thread.sleep(RETRY_MILLIS);
        }
    }

    /** Without CREATE: a system may forbid to create over another user's file in a sticky folder (fs.protected_regular). */
    private FileChannel open() throws IOException {
        try {
            return FileChannel.open(file, OPEN);
        } catch (NoSuchFileException e) {
            FileChannel channel = FileChannel.open(file, CREATE);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
            return channel;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static void sign(FileChannel channel) throws IOException {
        String note = "process " + ProcessHandle.current().pid() + " of user " + System.getProperty("user.name") + "\n";
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(note.getBytes(StandardCharsets.UTF_8)), 0);
    }

    /** Anybody may have written there: short, printable text or nothing. */
    private static String read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(NOTE_BYTES);
        channel.read(bytes, 0);
        String note = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
        String clean = note.replaceAll("[^ -~]", "");
        return clean.isEmpty() ? "an unknown process" : clean;
    }
}
