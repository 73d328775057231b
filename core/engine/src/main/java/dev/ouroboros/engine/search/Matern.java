package dev.ouroboros.engine.search;

/**
 * The Matérn correlation with smoothness 5/2 (Rasmussen, Williams: Gaussian processes for machine learning, 2006, equation
 * 4.17), read off a table: exponentials would take most of the time of the search. The error is below 10⁻⁵.
 */
final class Matern {
    private static final int STEPS_PER_UNIT = 256;

    /** From here on it is below 10⁻⁸ and counts as none. */
    private static final int FAR = 24;

    private static final double[] TABLE = new double[FAR * STEPS_PER_UNIT + 1];

    static {
        for (int i = 0; i < TABLE.length; i++) {
            double r = (double) i / STEPS_PER_UNIT;
            TABLE[i] = (1 + r + r * r / 3) * StrictMath.exp(-r);
        }
    }

    private Matern() {}

    /** Returns the correlation of two values, from 0 to 1, by the square of their distance in length scales. */
    static double of(double square) {
        double at = StrictMath.sqrt(5 * square) * STEPS_PER_UNIT;
        if (at >= TABLE.length - 1) {
            return 0;
        }
        int i = (int) at;
        return TABLE[i] + (at - i) * (TABLE[i + 1] - TABLE[i]);
    }
}
