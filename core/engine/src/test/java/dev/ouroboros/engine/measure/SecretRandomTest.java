package dev.ouroboros.engine.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SecretRandomTest {

    @Test
    void theRevealedKeyGivesTheSameNumbersAgain() {
        var secret = SecretRandom.fromSystem();
        var drawn = secret.longs(100).toArray();
        assertArrayEquals(drawn, SecretRandom.ofKey(secret.reveal()).longs(100).toArray());
    }

    @Test
    void everyGeneratorHasAKeyOfItsOwn() {
        var one = SecretRandom.fromSystem();
        var other = SecretRandom.fromSystem();
        assertNotEquals(one.reveal(), other.reveal());
        assertEquals(64, one.reveal().length());
    }

    /** The first numbers of the key of zeros, computed with another implementation of SHA-256 (Python's hashlib). */
    @Test
    void theNumbersAreThoseOfShaOverKeyAndCounter() {
        var secret = SecretRandom.ofKey("0".repeat(64));
        assertArrayEquals(
                new long[] {
                    3185397464471143308L,
                    6538991910595841187L,
                    -3240763428385643023L,
                    2159107802372198891L,
                    639513788490492620L
                },
                secret.longs(5).toArray());
    }

    @Test
    void severalThreadsNeverGetTheSameNumber() {
        var secret = SecretRandom.fromSystem();
        Set<Long> drawn = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 10_000).parallel().forEach(_ -> drawn.add(secret.nextLong()));
        assertEquals(10_000, drawn.size());
    }

    @Test
    void bothSidesOfACoinComeUp() {
        var secret = SecretRandom.fromSystem();
        var sides = new HashSet<Boolean>();
        long heads = IntStream.range(0, 10_000)
                .filter(_ -> {
                    boolean head = secret.nextBoolean();
                    sides.add(head);
                    return head;
                })
                .count();
        assertEquals(2, sides.size());
        // Ten standard deviations of a fair coin.
        assertTrue(Math.abs(heads - 5000) < 500, "heads came up " + heads + " times in 10,000");
    }
}
