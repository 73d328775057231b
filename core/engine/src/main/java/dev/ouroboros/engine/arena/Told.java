package dev.ouroboros.engine.arena;

/**
 * What a search is told of a point that it tried.
 *
 * @param logGain natural logarithm of its gain over the first valid point of the play; NaN if it failed
 * @param seconds what trying it cost
 */
public record Told(double logGain, double seconds) {}
