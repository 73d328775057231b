package dev.ouroboros.engine.search;

import java.util.random.RandomGenerator;

/** Finds the most plausible kernel for some data by random steps, one scale at a time or all together. */
final class KernelFit {
    private static final double LEAST_NOISE = 1e-4;
    private static final double STEP = 1;

    private final double[][] x;
    private final double[] y;

    /**
     * @param x points
     * @param y values there, centred; the first {@code y.length} points are used
     */
    KernelFit(double[][] x, double[] y) {
        this.x = x;
        this.y = y;
    }

    Kernel search(Kernel from, int steps, RandomGenerator random) {
        var best = from;
        double most = logPosterior(best);
        for (int i = 0; i < steps; i++) {
            var kernel = step(best, i % (x[0].length + 2), random);
            double posterior = logPosterior(kernel);
            if (posterior > most) {
                most = posterior;
                best = kernel;
            }
        }
        return best;
    }

    private static Kernel step(Kernel kernel, int what, RandomGenerator random) {
        double factor = StrictMath.exp(STEP * random.nextGaussian());
        var scales = kernel.inverseScales();
        if (what == scales.length) {
            return new Kernel(scales, Math.max(LEAST_NOISE, kernel.noise() * factor));
        }
        for (int i = 0; i < scales.length; i++) {
            if (i == what || what > scales.length) {
                scales[i] *= factor;
            }
        }
        return new Kernel(scales, kernel.noise());
    }

    /** The marginal likelihood (Rasmussen, Williams, equation 5.8) at the best variance of the signal, times the prior. */
    private double logPosterior(Kernel kernel) {
        var factor = Cholesky.factor(kernel.covariance(x, y.length));
        if (factor == null) {
            return Double.NEGATIVE_INFINITY;
        }
        var whitened = factor.forward(y);
        double variance = Cholesky.dot(whitened, whitened, y.length) / y.length;
        return -0.5 * y.length * StrictMath.log(Math.max(1e-12, variance))
                - factor.halfLogDeterminant()
                + kernel.logPrior();
    }
}
