package dev.ouroboros.engine.search;

import dev.ouroboros.engine.space.Point;

/**
 * A point that was tried.
 *
 * @param logGain natural logarithm of its gain over the baseline, measured once and noisy; NaN if it failed
 */
record Trial(Point point, double logGain) {

    boolean passed() {
        return !Double.isNaN(logGain);
    }
}
