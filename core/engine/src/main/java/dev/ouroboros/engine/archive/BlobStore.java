package dev.ouroboros.engine.archive;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.Blob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Contents by digest, one file each. A file appears whole or not at all, so a killed process leaves nothing half written
 * under a digest. Safe for several threads and processes.
 */
public final class BlobStore {
    /** Tells this process from all others that use the store, on other machines and in other containers too. */
    private static final String PROCESS = Long.toHexString(new SecureRandom().nextLong());

    private static final AtomicLong TEMPORARY = new AtomicLong();

    private final Path folder;

    BlobStore(Path folder) {
        this.folder = folder;
    }

    /** Stores the content unless it is there already. */
    public void put(Blob blob) {
        var target = path(blob.digest());
        try {
            if (!isThere(target, blob.size())) {
                store(blob, target);
            }
        } catch (IOException e) {
            throw Diagnosis.of("store a blob in " + folder, e);
        }
    }

    /** A power cut may leave an empty file under the right name; it is written again. */
    private static boolean isThere(Path target, int size) throws IOException {
        try {
            return Files.size(target) == size;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static void store(Blob blob, Path target) throws IOException {
        // In the folder where it shall stay: file systems slow down when one folder gives birth to all files.
        var whole = target.resolveSibling("." + PROCESS + "-" + TEMPORARY.incrementAndGet());
        try {
            write(whole, blob.bytes());
            Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // Of a full disk at least what did not fit is given back.
            Files.deleteIfExists(whole);
            throw e;
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try {
            Files.write(file, bytes);
        } catch (NoSuchFileException firstOfItsFolder) {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        }
    }

    /**
     * Returns the content of that digest.
     *
     * @throws ArchiveException if it is missing or is not what its name says
     */
    public Blob get(String digest) {
        try {
            var blob = Blob.of(Files.readAllBytes(path(digest)));
            if (!blob.digest().equals(digest)) {
                throw new ArchiveException("blob " + digest + " was changed: its content has digest " + blob.digest());
            }
            return blob;
        } catch (NoSuchFileException e) {
            throw new ArchiveException("blob " + digest + " is missing in " + folder, e);
        } catch (IOException e) {
            throw Diagnosis.of("read blob " + digest, e);
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
}
