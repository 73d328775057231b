package dev.ouroboros.engine.task;

import java.time.Duration;

/** When a search ends: after so many evaluations, or early enough for the run to end after so much time. */
public record Budget(int evaluations, Duration time) {}
