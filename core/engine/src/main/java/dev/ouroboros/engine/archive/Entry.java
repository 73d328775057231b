package dev.ouroboros.engine.archive;

import dev.ouroboros.engine.artifact.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * One link of a run's ledger.
 *
 * @param seq counts from 1 without gaps
 * @param at when it was appended, to the millisecond
 * @param body the event as JSON
 * @param hash SHA-256 over the hash of the entry before and all of the above, so that no entry can be changed, moved or
 *     taken out without changing every hash after it
 */
public record Entry(long seq, Instant at, String body, String hash) {

    static String hash(String before, long seq, Instant at, String body) {
        return Digest.of(
                (before + '\n' + seq + '\n' + at.toEpochMilli() + '\n' + body).getBytes(StandardCharsets.UTF_8));
    }

    /** Returns what stands before the first entry of a run. */
    static String genesis(String run) {
        return Digest.of("ouroboros ledger of " + run);
    }
}
