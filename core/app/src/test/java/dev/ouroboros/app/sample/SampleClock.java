package dev.ouroboros.app.sample;

import dev.ouroboros.engine.loop.LoopEvent;
import dev.ouroboros.engine.loop.Stamped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes events down at made-up times. */
final class SampleClock {
    private final List<Stamped> events = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-14T09:26:53Z");

    void pass(double seconds) {
        now = now.plus(Duration.ofNanos((long) (seconds * 1e9)));
    }

    void write(LoopEvent event) {
        events.add(new Stamped(events.size() + 1, now, event));
    }

    List<Stamped> events() {
        return List.copyOf(events);
    }
}
