package dev.ouroboros.engine.task;

import java.time.Duration;

/** When a run ends: after so many evaluations or so much time, whichever comes first; the final re-run comes on top. */
public record Budget(int evaluations, Duration time) {}
