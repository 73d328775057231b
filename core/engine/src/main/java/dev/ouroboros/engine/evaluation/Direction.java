package dev.ouroboros.engine.evaluation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which way a metric gets better. */
public enum Direction {
    @JsonProperty("minimize")
    MINIMIZE,
    @JsonProperty("maximize")
    MAXIMIZE;

    /**
     * Returns the gain from {@code before} to {@code after}, whichever the direction: above 1 is better, 1 the same; +∞
     * against what was infinitely worse.
     *
     * @param before not negative, finite
     * @param after the same
     */
    public double gain(double before, double after) {
        requireRatioScale("before", before);
        requireRatioScale("after", after);
        if (before == after) {
            return 1;
        }
        return switch (this) {
            case MAXIMIZE -> after / before;
            case MINIMIZE -> before / after;
        };
    }

    private static void requireRatioScale(String which, double value) {
        if (!(value >= 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException("expected a finite value of at least 0, but the one " + which + " is "
                    + value + "\nMaybe use a delay instead of a slack: a gain is a ratio, and needs a true zero.");
        }
    }
}
