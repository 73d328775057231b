package dev.ouroboros.engine.artifact;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An immutable set of files, named by content. Paths are relative, use {@code /}, and start with the name of the part
 * they belong to; the parameter values of a part are the file {@link #parametersPath}, so that one digest names code and
 * parameters alike.
 */
public final class Artifact {
    /** Name of the file, in the folder of its part, that holds the part's parameter values. */
    public static final String PARAMETERS = "parameters.json";

    private final SortedMap<String, Blob> files;
    private final String digest;

    private Artifact(SortedMap<String, Blob> files) {
        this.files = Collections.unmodifiableSortedMap(files);
        var sha = Digest.sha256();
        files.forEach((path, blob) -> {
            sha.update(path.getBytes(StandardCharsets.UTF_8));
            sha.update((byte) 0);
            sha.update(blob.digest().getBytes(StandardCharsets.US_ASCII));
        });
        this.digest = HexFormat.of().formatHex(sha.digest());
    }

    /** Returns the artifact of these files. */
    public static Artifact of(Map<String, Blob> files) {
        files.keySet().forEach(Artifact::checkPath);
        return new Artifact(new TreeMap<>(files));
    }

    /** Returns this artifact with one file added or replaced. */
    public Artifact with(String path, byte[] content) {
        checkPath(path);
        var changed = new TreeMap<>(files);
        changed.put(path, Blob.of(content));
        return new Artifact(changed);
    }

    /** Returns this artifact with one text file, in UTF-8, added or replaced. */
    public Artifact with(String path, String text) {
        return with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the name of this artifact: SHA-256 over its paths and the digests of their contents. */
    public String digest() {
        return digest;
    }

    /** Returns path to content, sorted by path, unmodifiable. */
    public SortedMap<String, Blob> files() {
        return files;
    }

    /**
     * Returns the text of one file.
     *
     * @throws IllegalArgumentException if there is no such file
     */
    public String text(String path) {
        var blob = files.get(path);
        if (blob == null) {
            throw new IllegalArgumentException("no file " + path + " in this artifact; it has " + files.keySet());
        }
        return blob.text();
    }

    /** Returns where the parameter values of {@code part} stand. */
    public static String parametersPath(String part) {
        return part + "/" + PARAMETERS;
    }

    private static void checkPath(String path) {
        if (path.isEmpty() || path.startsWith("/") || path.contains("\\") || path.contains("\0")) {
            throw new IllegalArgumentException("not a relative path: '" + path + "'");
        }
        for (var step : path.split("/", -1)) {
            if (step.isEmpty() || step.equals(".") || step.equals("..")) {
                throw new IllegalArgumentException("a path may not contain '" + step + "' as a step: '" + path + "'");
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Artifact artifact && digest.equals(artifact.digest);
    }

    @Override
    public int hashCode() {
        return digest.hashCode();
    }

    @Override
    public String toString() {
        return "Artifact " + digest.substring(0, 12) + " " + files.keySet();
    }
}
