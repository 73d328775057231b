package dev.ouroboros.engine.task;

import static org.junit.jupiter.api.Assertions.*;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @Test
    void hoursMinutesAndSecondsAddUp() {
        assertEquals(Duration.ofSeconds(3600 + 120 + 3), Durations.parse("1h2m3s"));
        assertEquals(Duration.ofMinutes(10), Durations.parse("10m"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "m", "1s1m", "-1s", "1.5h", "0s", "9999999h", " 1s"})
    void anythingElseIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Durations.parse(text));
    }
}
