package dev.ouroboros.engine.search;

import dev.ouroboros.engine.space.Point;

/**
 * A point that was tried.
 *
 * @param logGain natural logarithm of its gain over the baseline, measured once and noisy; NaN if it failed
 * @param seconds what trying it took, or what it took until it failed; NaN if that is not known
 */
record Trial(Point point, double logGain, double seconds) {

    /** A trial that took nobody knows how long. */
    Trial(Point point, double logGain) {
        this(point, logGain, Double.NaN);
    }

    boolean passed() {
        return !Double.isNaN(logGain);
    }
}
