package dev.ouroboros.engine.artifact;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Immutable bytes with their digest. */
public final class Blob {
    private final byte[] bytes;
    private final String digest;

    private Blob(byte[] bytes, String digest) {
        this.bytes = bytes;
        this.digest = digest;
    }

    /** Returns a blob of a copy of {@code bytes}. */
    public static Blob of(byte[] bytes) {
        var own = bytes.clone();
        return new Blob(own, Digest.of(own));
    }

    /** Returns a copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Returns the bytes read as UTF-8. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Returns the SHA-256 of the bytes in hexadecimal. */
    public String digest() {
        return digest;
    }

    /** Returns the number of bytes. */
    public int size() {
        return bytes.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Blob blob && digest.equals(blob.digest);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(digest);
    }

    @Override
    public String toString() {
        return "Blob " + digest.substring(0, 12) + " (" + bytes.length + " bytes)";
    }
}
