package dev.ouroboros.engine.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps two processes from working on the same run; the system lets go of it however the holder ends. */
public final class RunLock implements AutoCloseable {
    private final FileChannel channel;

    private RunLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock of the run whose folder this is.
     *
     * @throws ArchiveException if another process holds it
     */
    public static RunLock take(Path runFolder) {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(runFolder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                return new RunLock(channel);
            }
            throw busy(runFolder, channel, null);
        } catch (OverlappingFileLockException e) {
            throw busy(runFolder, channel, e);
        } catch (IOException e) {
            throw new ArchiveException("cannot lock " + runFolder + ": " + e, e);
        }
    }

    private static ArchiveException busy(Path folder, @Nullable FileChannel channel, @Nullable Exception cause) {
        var text = "run " + folder.getFileName() + " is being worked on by another process\n"
                + "Maybe it is still running in another terminal; wait for it or stop it with Ctrl-C.";
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            text += " (" + e + ")";
        }
        return cause == null ? new ArchiveException(text) : new ArchiveException(text, cause);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new ArchiveException("cannot release the lock of a run: " + e, e);
        }
    }
}
