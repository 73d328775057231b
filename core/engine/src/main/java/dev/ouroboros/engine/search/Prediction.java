package dev.ouroboros.engine.search;

/** What a model expects: a normal distribution. */
record Prediction(double mean, double deviation) {
    private static final int STEPS_PER_UNIT = 256;

    /** So many deviations below the best nothing is gained, and above it all. */
    private static final int FAR = 8;

    private static final double[] GAINS = new double[2 * FAR * STEPS_PER_UNIT + 1];

    static {
        for (int i = 0; i < GAINS.length; i++) {
            double z = (double) i / STEPS_PER_UNIT - FAR;
            GAINS[i] = z * cumulative(z) + StrictMath.exp(-z * z / 2) / StrictMath.sqrt(2 * StrictMath.PI);
        }
    }

    /**
     * Returns by how much the value will exceed {@code best} on average, where it does not counting as zero (Jones,
     * Schonlau, Welch: Efficient global optimization, 1998, equation 15).
     */
    double expectedImprovement(double best) {
        if (deviation < 1e-12) {
            return Math.max(0, mean - best);
        }
        return deviation * gain((mean - best) / deviation);
    }

    /** The same for a deviation of 1, read off a table: this is asked for every point at every choice. */
    private static double gain(double z) {
        if (z >= FAR) {
            return z;
        }
        if (z <= -FAR) {
            // Far below any other, yet in order.
            return GAINS[0] / (z * z);
        }
        double at = (z + FAR) * STEPS_PER_UNIT;
        int i = (int) at;
        return GAINS[i] + (at - i) * (GAINS[i + 1] - GAINS[i]);
    }

    /** The standard normal distribution function: Page, Applied Statistics 26 (1977), absolute error below 0.00014. */
    private static double cumulative(double z) {
        return 1 / (1 + StrictMath.exp(-2 * StrictMath.sqrt(2 / StrictMath.PI) * z * (1 + 0.044715 * z * z)));
    }
}
