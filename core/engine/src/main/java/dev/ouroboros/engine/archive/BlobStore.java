package dev.ouroboros.engine.archive;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.Blob;
import dev.ouroboros.engine.artifact.Digest;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Contents by digest, one file each. A file appears whole or not at all, so a killed process leaves nothing half written
 * under a digest. Safe for several threads and processes.
 */
public final class BlobStore {
    private final Path folder;
    private final AtomicLong temporary = new AtomicLong();

    BlobStore(Path folder) {
        this.folder = folder;
    }

    /** Stores the content unless it is there already. */
    public void put(Blob blob) {
        var target = path(blob.digest());
        if (Files.exists(target)) {
            return;
        }
        var whole = folder.resolve("."
                + ProcessHandle.current().pid() + "-" + temporary.incrementAndGet() + "-"
                + blob.digest().substring(0, 16));
        try {
            Files.write(whole, blob.bytes());
            move(whole, target);
        } catch (IOException e) {
            throw new ArchiveException("cannot store a blob in " + folder + ": " + e.getMessage(), e);
        }
    }

    /**
     * Returns the content of that digest.
     *
     * @throws ArchiveException if it is missing or is not what its name says
     */
    public Blob get(String digest) {
        try {
            var bytes = Files.readAllBytes(path(digest));
            var found = Digest.of(bytes);
            if (!found.equals(digest)) {
                throw new ArchiveException("blob " + digest + " was changed: its content has digest " + found);
            }
            return Blob.of(bytes);
        } catch (NoSuchFileException e) {
            throw new ArchiveException("blob " + digest + " is missing in " + folder, e);
        } catch (IOException e) {
            throw new ArchiveException("cannot read blob " + digest + ": " + e.getMessage(), e);
        }
    }

    /** Stores every file of the artifact and returns path to digest. */
    public Map<String, String> put(Artifact artifact) {
        var files = new TreeMap<String, String>();
        artifact.files().forEach((path, blob) -> {
            put(blob);
            files.put(path, blob.digest());
        });
        return files;
    }

    /** Returns the artifact whose files have these digests. */
    public Artifact artifact(Map<String, String> files) {
        var blobs = new TreeMap<String, Blob>();
        files.forEach((path, digest) -> blobs.put(path, get(digest)));
        return Artifact.of(blobs);
    }

    private Path path(String digest) {
        return folder.resolve(digest.substring(0, 2)).resolve(digest.substring(2));
    }

    private static void move(Path whole, Path target) throws IOException {
        try {
            Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException firstOfItsFolder) {
            try {
                Files.createDirectories(target.getParent());
            } catch (FileAlreadyExistsException anotherProcessWasFirst) {
                // The folder is there, which is all that is wanted.
            }
            Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
