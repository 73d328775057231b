package dev.ouroboros.engine.gate;

/** Which way an objective improves. */
public enum Direction {
    HIGHER_IS_BETTER,
    LOWER_IS_BETTER;

    /**
     * How many times as good the challenger is: above 1 is better, 1 the same; +∞ against an incumbent that is
     * infinitely worse.
     *
     * @param incumbent value of the objective, not negative, finite
     * @param challenger the same for the challenger
     */
    public double gain(double incumbent, double challenger) {
        requireRatioScale("incumbent", incumbent);
        requireRatioScale("challenger", challenger);
        if (incumbent == challenger) {
            return 1;
        }
        return switch (this) {
            case HIGHER_IS_BETTER -> challenger / incumbent;
            case LOWER_IS_BETTER -> incumbent / challenger;
        };
    }

    private static void requireRatioScale(String side, double value) {
        if (!(value >= 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException("expected a finite value of at least 0, but the " + side + " has "
                    + value + "\nMaybe use a delay instead of a slack: a gain is a ratio, and needs a true zero.");
        }
    }
}
