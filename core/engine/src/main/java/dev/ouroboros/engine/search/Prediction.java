package dev.ouroboros.engine.search;

/** What a model expects: a normal distribution. */
record Prediction(double mean, double deviation) {

    /**
     * Returns by how much the value will exceed {@code best} on average, where it does not counting as zero (Jones,
     * Schonlau, Welch: Efficient global optimization, 1998, equation 15).
     */
    double expectedImprovement(double best) {
        if (deviation < 1e-12) {
            return Math.max(0, mean - best);
        }
        double z = (mean - best) / deviation;
        return deviation * (z * cumulative(z) + StrictMath.exp(-z * z / 2) / StrictMath.sqrt(2 * StrictMath.PI));
    }

    /** The standard normal distribution function: Page, Applied Statistics 26 (1977), absolute error below 0.00014. */
    private static double cumulative(double z) {
        return 1 / (1 + StrictMath.exp(-2 * StrictMath.sqrt(2 / StrictMath.PI) * z * (1 + 0.044715 * z * z)));
    }
}
