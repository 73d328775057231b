package dev.ouroboros.engine.search;

import java.util.function.DoublePredicate;
import java.util.random.RandomGenerator;

/** Finds plausible kernels for some data by random steps, one scale at a time or all together. */
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

    /** Returns the most plausible kernel that so many steps uphill lead to. */
    Kernel search(Kernel from, int steps, RandomGenerator random) {
        return walk(from, steps, random, _ -> false);
    }

    /**
     * Returns a kernel drawn by how plausible it is, after so many steps of a random walk (Metropolis and others:
     * Equation of state calculations by fast computing machines, 1953).
     */
    Kernel sample(Kernel from, int steps, RandomGenerator random) {
        return walk(from, steps, random, difference -> StrictMath.log(random.nextDouble()) < difference);
    }

    /** @param downhill whether to go where the kernel is less plausible, by the difference of the logarithms */
    private Kernel walk(Kernel from, int steps, RandomGenerator random, DoublePredicate downhill) {
        var kernel = from;
        double plausible = logPosterior(kernel);
        for (int i = 0; i < steps; i++) {
            var next = step(kernel, i % (x[0].length + 2), random);
            double posterior = logPosterior(next);
            if (posterior > plausible || downhill.test(posterior - plausible)) {
                plausible = posterior;
                kernel = next;
            }
        }
        return kernel;
    }

    private static Kernel step(Kernel kernel, int what, RandomGenerator random) {
        double factor = StrictMath.exp(STEP * random.nextGaussian());
        var scales = kernel.inverseScales();
        if (what == scales.length) {
            return kernel.with(scales, Math.max(LEAST_NOISE, kernel.noise() * factor));
        }
        for (int i = 0; i < scales.length; i++) {
            if (i == what || what > scales.length) {
                scales[i] *= factor;
            }
        }
        return kernel.with(scales, kernel.noise());
    }

    /** The marginal likelihood (Rasmussen, Williams, equation 5.8) at the most plausible variance of the signal, times the prior. */
    private double logPosterior(Kernel kernel) {
        var factor = Cholesky.factor(kernel.covariance(x, y.length));
        if (factor == null) {
            return Double.NEGATIVE_INFINITY;
        }
        var whitened = factor.forward(y);
        return Kernel.logLikelihood(Cholesky.dot(whitened, whitened, y.length), y.length)
                - factor.halfLogDeterminant()
                + kernel.logPrior();
    }
}
