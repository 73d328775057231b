package dev.ouroboros.engine.task;

/**
 * When a challenger is accepted.
 *
 * @param minimumGain a challenger must be proven better than 1 + this; 0.01 is 1 %
 * @param confidence 1 − the chance that a whole run accepts anything that is not; 0.999 is one run in a thousand
 */
public record AcceptRule(double minimumGain, double confidence) {}
