package dev.ouroboros.cfamily.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextTest {
    @Test
    void aboutHalfOfTheRowsAreValidHoweverMuchTextItIs() {
        for (int row : new int[] {5, 61, 4096, 16_384}) {
            int rows = 400;
            var bytes = new byte[rows * row];
            Text.fill(bytes, row, 7);
            long valid = IntStream.range(0, rows)
                    .filter(r -> isValid(bytes, r * row, row))
                    .count();
            // A mistake in a character of one byte makes another valid one half of the time.
            assertTrue(valid > rows * 0.4 && valid < rows * 0.8, valid + " of " + rows + " rows of " + row);
        }
    }

    @Test
    void theSameKeyGivesTheSameTextAndAnotherKeyAnother() {
        var one = new byte[64 * 16_384];
        var again = new byte[one.length];
        var other = new byte[one.length];
        Text.fill(one, 16_384, 1);
        Text.fill(again, 16_384, 1);
        Text.fill(other, 16_384, 2);
        assertTrue(Arrays.equals(one, again));
        assertFalse(Arrays.equals(one, other));
    }

    @Test
    void charactersOfEveryLengthOccur() {
        var bytes = new byte[1000];
        Text.fill(bytes, bytes.length, 3);
        var lengths = IntStream.range(0, bytes.length)
                .map(i -> Integer.numberOfLeadingZeros(~bytes[i] << 24))
                .filter(length -> length != 1)
                .distinct()
                .sorted()
                .limit(4)
                .boxed()
                .toList();
        assertEquals(List.of(0, 2, 3, 4), lengths);
    }

    private static boolean isValid(byte[] bytes, int from, int length) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, length));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
