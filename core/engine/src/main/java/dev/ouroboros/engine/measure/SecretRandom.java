package dev.ouroboros.engine.measure;

import dev.ouroboros.engine.artifact.Digest;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * Random numbers that a candidate cannot foretell however many it has seen: SHA-256 over a 256-bit key and a counter,
 * the key drawn from the system. The key can be revealed afterwards, and gives the same numbers again. Safe for several
 * threads.
 */
public final class SecretRandom implements RandomGenerator {
    private final byte[] key;
    private long counter;
    private final ByteBuffer block = ByteBuffer.allocate(32).position(32);

    private SecretRandom(byte[] key) {
        this.key = key;
    }

    /** Returns a generator with a key of its own. */
    public static SecretRandom fromSystem() {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        return new SecretRandom(key);
    }

    /** Returns the generator of a revealed key. */
    public static SecretRandom ofKey(String hexadecimal) {
        return new SecretRandom(HexFormat.of().parseHex(hexadecimal));
    }

    /** Returns the key in hexadecimal; to be told only when no candidate runs any more. */
    public String reveal() {
        return HexFormat.of().formatHex(key);
    }

    @Override
    public synchronized long nextLong() {
        if (!block.hasRemaining()) {
            var sha = Digest.sha256();
            sha.update(key);
            sha.update(ByteBuffer.allocate(8).putLong(0, counter));
            block.clear().put(sha.digest()).flip();
            counter++;
        }
        return block.getLong();
    }
}
