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
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A lock of the kernel on a file, for several processes, whoever their users are; it ends with its holder however that
 * ends. It has a gate before it: whoever waits stands in the gate, so that those who share the lock cannot keep out one
 * who wants it alone.
 */
final class LockFile {
    private static final Set<OpenOption> OPEN =
            Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    private static final Set<OpenOption> CREATE =
            Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
    private static final long RETRY_MILLIS = 20;
    private static final int NOTE_BYTES = 64;
    // The two locks are bytes far behind the note.
    private static final long GATE = 1 << 20;
    private static final long MAIN = GATE + 1;

    private final Path file;

    LockFile(Path file) {
        this.file = file;
    }

    /**
     * Waits for the lock. Closing its channel releases it.
     *
     * @param whoHolds told once, when there is a wait, who has it
     */
    FileLock take(boolean shared, Consumer<String> whoHolds) throws InterruptedException {
        boolean told = false;
        while (true) {
            String holder;
            try {
                FileChannel channel = open();
                FileLock gate = tryLock(channel, GATE, false);
                FileLock taken = gate == null ? null : waitInGate(channel, shared, told ? _ -> {} : whoHolds);
                if (taken != null && gate != null) {
                    gate.release();
                    return taken;
                }
                holder = read(channel);
                channel.close();
            } catch (NoSuchFileException | FileAlreadyExistsException | AccessDeniedException beingMade) {
                holder = "whoever makes " + file;
            } catch (IOException e) {
                throw new UncheckedIOException("cannot lock " + file, e);
            }
            if (!told) {
                whoHolds.accept(holder);
                told = true;
            }
            Thread.sleep(RETRY_MILLIS);
        }
    }

    private FileLock waitInGate(FileChannel channel, boolean shared, Consumer<String> whoHolds)
            throws IOException, InterruptedException {
        boolean told = false;
        try {
            while (true) {
                FileLock taken = tryLock(channel, MAIN, shared);
                if (taken != null) {
                    if (!shared) {
                        sign(channel);
                    }
                    return taken;
                }
                if (!told) {
                    whoHolds.accept(read(channel));
                    told = true;
                }
                Thread.sleep(RETRY_MILLIS);
            }
        } catch (InterruptedException e) {
            channel.close();
            throw e;
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

    private static @Nullable FileLock tryLock(FileChannel channel, long at, boolean shared) throws IOException {
        try {
            return channel.tryLock(at, 1, shared);
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static void sign(FileChannel channel) throws IOException {
        String note = "process " + ProcessHandle.current().pid() + " of user " + System.getProperty("user.name") + "\n";
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(note.getBytes(StandardCharsets.UTF_8)), 0);
    }

    /** Releases what {@link #take} gave, and says no longer who has it: those who share it next sign nothing. */
    static void release(FileLock taken) throws IOException {
        try (FileChannel channel = taken.channel()) {
            if (!taken.isShared()) {
                channel.truncate(0);
            }
        }
    }

    /** Anybody may have written there: short, printable text or nothing. */
    private static String read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(NOTE_BYTES);
        channel.read(bytes, 0);
        String note = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
        String clean = note.replaceAll("[^ -~]", "");
        return clean.isEmpty() ? "another process" : clean;
    }
}
