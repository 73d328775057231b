package dev.ouroboros.engine.archive;

import static dev.ouroboros.engine.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.Blob;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobStoreTest {
    @TempDir
    Path folder;

    private BlobStore blobs;

    @BeforeEach
    void open() {
        blobs = new BlobStore(folder);
    }

    @Test
    void whatWasPutIsGotByItsDigest() {
        var blob = blob("x + 1");
        blobs.put(blob);
        blobs.put(blob);
        assertEquals(blob, blobs.get(blob.digest()));
    }

    @Test
    void anArtifactIsKeptFileByFile() {
        var artifact = Artifact.of(Map.of("a/f", blob("x"), "a/g", blob("y"), "b/f", blob("x")));
        assertEquals(artifact, blobs.artifact(blobs.put(artifact)));
    }

    @Test
    void aChangedBlobIsFound() throws IOException {
        var blob = blob("x + 1");
        blobs.put(blob);
        Files.writeString(file(blob), "x + 2");
        assertRefused(ArchiveException.class, "was changed", () -> blobs.get(blob.digest()));
    }

    @Test
    void aMissingBlobIsFound() {
        var blob = blob("never put");
        assertRefused(ArchiveException.class, "is missing", () -> blobs.get(blob.digest()));
    }

    @Test
    void whatAPowerCutLeftEmptyIsPutAgain() throws IOException {
        var blob = blob("x + 1");
        blobs.put(blob);
        Files.write(file(blob), new byte[0]);
        blobs.put(blob);
        assertEquals(blob, blobs.get(blob.digest()));
    }

    @Test
    void severalStoresOfOneFolderMayPutTheSameAtOnce() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            var all = IntStream.range(0, 4)
                    .mapToObj(_ -> (Callable<Void>) () -> {
                        var own = new BlobStore(folder);
                        IntStream.range(0, 300).forEach(i -> own.put(blob("blob " + i)));
                        return null;
                    })
                    .toList();
            for (var one : threads.invokeAll(all)) {
                one.get();
            }
        }
        IntStream.range(0, 300)
                .forEach(i ->
                        assertDoesNotThrow(() -> blobs.get(blob("blob " + i).digest())));
        assertEquals(0, temporaryFiles());
    }

    @Test
    void anInterruptedThreadStillPutsAndGets() {
        var blob = blob("in the middle of an append");
        Thread.currentThread().interrupt();
        try {
            blobs.put(blob);
            assertEquals(blob, blobs.get(blob.digest()));
        } finally {
            assertTrue(Thread.interrupted(), "and the interrupt is still there for the loop to see");
        }
    }

    @Test
    void whatCannotBeStoredSaysWhereAndLeavesNothing() throws IOException {
        var blob = blob("x + 1");
        Files.writeString(folder.resolve(blob.digest().substring(0, 2)), "a file where a folder should be");
        assertRefused(ArchiveException.class, "cannot store a blob in " + folder, () -> blobs.put(blob));
        assertEquals(0, temporaryFiles());
    }

    private long temporaryFiles() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("."))
                    .count();
        }
    }

    private Path file(Blob blob) {
        return folder.resolve(blob.digest().substring(0, 2))
                .resolve(blob.digest().substring(2));
    }

    private static Blob blob(String text) {
        return Blob.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
