package dev.ouroboros.engine.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.function.DoublePredicate;
import java.util.random.RandomGenerator;

/**
 * Finds plausible kernels for some data by random steps, one scale at a time or all together. Before any data a scale is
 * believed to be near that of the hyper-parameters, give or take a factor of three, and so is the noise.
 */
final class KernelFit {
    private static final double LEAST_NOISE = 1e-4;
    private static final double STEP = 1;
    private static final double SCALE_DEVIATION = 1.2;
    private static final double NOISE_DEVIATION = 1.5;

    private final Hyperparameters prior;
    private final int[][] x;
    private final double[] y;

    /**
     * @param x points, by the numbers of their values
     * @param y values there, centred; the first {@code y.length} points are used
     */
    KernelFit(Hyperparameters prior, int[][] x, double[] y) {
        this.prior = prior;
        this.x = x;
        this.y = y;
    }

    /** Returns the most plausible kernel before any data. */
    static Kernel prior(Hyperparameters prior, Coordinates coordinates) {
        var scales = Collections.nCopies(coordinates.length(), prior.inverseScale());
        return new Kernel(coordinates, new Kernel.Shape(scales, prior.additive(), prior.noise()));
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
            var next = kernel.with(step(kernel.shape(), i, random));
            double posterior = logPosterior(next);
            if (posterior > plausible || downhill.test(posterior - plausible)) {
                plausible = posterior;
                kernel = next;
            }
        }
        return kernel;
    }

    /** Step after step the scale of another coordinate, then the noise, then all scales together. */
    private static Kernel.Shape step(Kernel.Shape shape, int number, RandomGenerator random) {
        double factor = StrictMath.exp(STEP * random.nextGaussian());
        var scales = new ArrayList<>(shape.inverseScales());
        int what = number % (scales.size() + 2);
        if (what == scales.size()) {
            return new Kernel.Shape(scales, shape.additive(), Math.max(LEAST_NOISE, shape.noise() * factor));
        }
        for (int i = 0; i < scales.size(); i++) {
            if (i == what || what > scales.size()) {
                scales.set(i, scales.get(i) * factor);
            }
        }
        return new Kernel.Shape(scales, shape.additive(), shape.noise());
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
                + logPrior(kernel.shape());
    }

    private double logPrior(Kernel.Shape shape) {
        double sum = 0;
        for (double scale : shape.inverseScales()) {
            sum -= square(StrictMath.log(scale / prior.inverseScale()) / SCALE_DEVIATION) / 2;
        }
        return sum - square(StrictMath.log(shape.noise() / prior.noise()) / NOISE_DEVIATION) / 2;
    }

    private static double square(double value) {
        return value * value;
    }
}
