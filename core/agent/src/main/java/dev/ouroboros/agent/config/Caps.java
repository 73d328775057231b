package dev.ouroboros.agent.config;

import java.time.Duration;

/** Most of what a run may spend on models. No cap is exceeded by more than the one call in flight when it is reached. */
public record Caps(int calls, long tokens, double dollars, Duration time) {
    /** What a run may spend if the user says nothing. */
    public static final Caps STANDARD = new Caps(1000, 5_000_000, 5, Duration.ofHours(2));
}
