package dev.ouroboros.engine.evaluation;

/**
 * One timed batch.
 *
 * @param seconds seconds per launch by the parent's clock; this decides
 * @param deviceSeconds seconds per launch by the device's own clock, recorded as evidence; NaN if it has none
 * @param launches launches in the batch, at least 1
 */
public record Sample(double seconds, double deviceSeconds, int launches) {}
