package dev.ouroboros.engine.testlayer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that goes on by the same step whenever it is asked. */
public final class Ticks implements InstantSource {
    private final Duration step;
    private Instant now = Instant.parse("2026-01-01T12:00:00Z");

    public Ticks(Duration step) {
        this.step = step;
    }

    @Override
    public synchronized Instant instant() {
        now = now.plus(step);
        return now;
    }
}
