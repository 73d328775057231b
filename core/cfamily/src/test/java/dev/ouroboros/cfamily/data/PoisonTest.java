package dev.ouroboros.cfamily.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.cfamily.task.ElementType;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PoisonTest {

    @ParameterizedTest
    @EnumSource
    void noPoisonCouldBeAnAnswer(ElementType type) {
        var random = new SplittableRandom(3);
        for (int i = 0; i < 1000; i++) {
            long key = random.nextLong();
            Values nan = filled(Poison.NOT_A_NUMBER, type, key);
            Values huge = filled(Poison.HUGE, type, key);
            if (type.floating()) {
                assertEquals(0, Comparison.notFinite(nan));
                assertEquals(-1, Comparison.notFinite(huge));
                assertTrue(huge.get(0) > 1e36, () -> String.valueOf(huge.get(0)));
            } else {
                assertFalse(nan.get(0) == huge.get(0), "an element left alone must differ under the two");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 9, 1023, 4096})
    void everyChangedByteOfAZoneIsSeen(int bytes) {
        var zone = Values.zeros(ElementType.CHAR, bytes);
        Poison.repeat(zone.segment(), 0x0123_4567_89AB_CDEFL);
        assertTrue(Poison.repeats(zone.segment(), 0x0123_4567_89AB_CDEFL));
        byte[] content = (byte[]) zone.array();
        for (int i = 0; i < bytes; i++) {
            content[i] ^= 0x40;
            assertFalse(Poison.repeats(zone.segment(), 0x0123_4567_89AB_CDEFL));
            content[i] ^= 0x40;
        }
    }

    @Test
    void theTwoTakeTurns() {
        assertEquals(Poison.NOT_A_NUMBER, Poison.ofRun(0));
        assertEquals(Poison.HUGE, Poison.ofRun(1));
        assertEquals(Poison.NOT_A_NUMBER, Poison.ofRun(2));
    }

    private static Values filled(Poison poison, ElementType type, long key) {
        Values values = Values.zeros(type, 3);
        poison.fill(values.segment(), type, key);
        return values;
    }
}
