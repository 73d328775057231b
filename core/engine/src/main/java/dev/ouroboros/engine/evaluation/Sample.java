package dev.ouroboros.engine.evaluation;

import com.fasterxml.jackson.annotation.JsonFormat;

/**
 * One timed batch. In JSON a list of its three values: a run holds tens of thousands of them.
 *
 * @param seconds seconds per launch by the parent's clock; this decides
 * @param deviceSeconds seconds per launch by the device's own clock, recorded as evidence; NaN if it has none
 * @param launches launches in the batch, at least 1
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
public record Sample(double seconds, double deviceSeconds, int launches) {}
