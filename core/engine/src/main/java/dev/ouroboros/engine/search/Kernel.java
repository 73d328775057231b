package dev.ouroboros.engine.search;

import java.util.Arrays;

/**
 * How alike the values at two points are expected to be: Matérn with smoothness 5/2 and one length scale a coordinate
 * (Rasmussen, Williams: Gaussian processes for machine learning, 2006, equation 4.17), one share of it the mean over
 * the coordinates, each by itself, and the rest all together. What each parameter does by itself explains 42 to 86 %
 * of the variance of the logarithms in twelve recorded spaces, and is learned from the fewest trials (Duvenaud, Nickisch,
 * Rasmussen: Additive Gaussian processes, 2011).
 */
final class Kernel {
    private static final double PRIOR_INVERSE_SCALE = 0.5;
    private static final double PRIOR_NOISE = 0.02;
    private static final double PRIOR_ADDITIVE = 0.8;

    /** What is believed of the signal's variance before any value, in squared logarithms, is worth so many values. */
    private static final double PRIOR_VALUES = 1;

    private static final double PRIOR_SIGNAL = 1;

    private final double[] inverseScales;
    private final double additive;
    private final double noise;

    /**
     * @param inverseScales one over the length scale of each coordinate
     * @param additive share of the variance that is the sum of what each coordinate does by itself, from 0 to 1
     * @param noise variance of the noise, as a share of the variance of the signal
     */
    Kernel(double[] inverseScales, double additive, double noise) {
        this.inverseScales = inverseScales.clone();
        this.additive = additive;
        this.noise = noise;
    }

    /** Returns the most plausible kernel of so many coordinates before any data. */
    static Kernel prior(int length) {
        var scales = new double[length];
        Arrays.fill(scales, PRIOR_INVERSE_SCALE);
        return new Kernel(scales, PRIOR_ADDITIVE, PRIOR_NOISE);
    }

    /** Returns the same kernel with another additive share. */
    Kernel withAdditive(double share) {
        return new Kernel(inverseScales, share, noise);
    }

    /** Returns the same kernel with these scales and this noise. */
    Kernel with(double[] scales, double otherNoise) {
        return new Kernel(scales, additive, otherNoise);
    }

    double[] inverseScales() {
        return inverseScales.clone();
    }

    double noise() {
        return noise;
    }

    double of(double[] a, double[] b) {
        double squares = 0;
        double sum = 0;
        for (int i = 0; i < inverseScales.length; i++) {
            double difference = (a[i] - b[i]) * inverseScales[i];
            double square = difference * difference;
            squares += square;
            sum += square == 0 ? 1 : matern(square);
        }
        return additive * sum / inverseScales.length + (1 - additive) * matern(squares);
    }

    /**
     * Returns the most plausible variance of the signal.
     *
     * @param squares sum of the squares of so many whitened values
     */
    static double signal(double squares, int count) {
        return (PRIOR_VALUES * PRIOR_SIGNAL + squares) / (PRIOR_VALUES + count);
    }

    /** Returns the logarithm of the likelihood of so many whitened values, up to a constant. */
    static double logLikelihood(double squares, int count) {
        return -0.5 * (PRIOR_VALUES + count) * StrictMath.log(signal(squares, count));
    }

    private static double matern(double squares) {
        double r = StrictMath.sqrt(5 * squares);
        return (1 + r + r * r / 3) * StrictMath.exp(-r);
    }

    /** Returns the variance of one measurement, as a multiple of that of the signal. */
    double variance() {
        return 1 + noise;
    }

    /** Returns the lower triangle of the covariance of the first {@code count} points, with noise. */
    double[][] covariance(double[][] x, int count) {
        var matrix = new double[count][];
        for (int i = 0; i < count; i++) {
            matrix[i] = new double[count];
            for (int j = 0; j < i; j++) {
                matrix[i][j] = of(x[i], x[j]);
            }
            matrix[i][i] = variance();
        }
        return matrix;
    }

    /**
     * Returns the logarithm of how plausible the scales are before any data: near two whole ranges, give or take a
     * factor of three; noise near 2 % of the signal's variance.
     */
    double logPrior() {
        double sum = 0;
        for (double scale : inverseScales) {
            sum -= square(StrictMath.log(scale / PRIOR_INVERSE_SCALE) / 1.2) / 2;
        }
        return sum - square(StrictMath.log(noise / PRIOR_NOISE) / 1.5) / 2;
    }

    private static double square(double value) {
        return value * value;
    }
}
