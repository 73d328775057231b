package dev.ouroboros.engine.search;

import dev.ouroboros.engine.space.Grid;
import dev.ouroboros.engine.space.Point;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Regression by a Gaussian process (Rasmussen, Williams: Gaussian processes for machine learning, 2006, algorithm 2.1).
 * Good with few trials and smooth effects.
 */
final class GaussianProcess implements Model {
    private static final double MOST_NOISE = 1e3;

    private final Coordinates coordinates;
    private final double[][] x;
    private final Kernel kernel;
    private final Cholesky factor;
    private final double[] weights;
    private final double mean;
    private final double variance;

    private GaussianProcess(
            Coordinates coordinates,
            double[][] x,
            Kernel kernel,
            Cholesky factor,
            double[] weights,
            double mean,
            double variance) {
        this.coordinates = coordinates;
        this.x = x;
        this.kernel = kernel;
        this.factor = factor;
        this.weights = weights;
        this.mean = mean;
        this.variance = variance;
    }

    private static GaussianProcess of(
            Coordinates coordinates, double[][] x, double[] values, Kernel kernel, Cholesky factor) {
        var whitened = factor.forward(centred(values, values.length));
        return new GaussianProcess(
                coordinates,
                x,
                kernel,
                factor,
                factor.backward(whitened),
                Arrays.stream(values).average().orElse(0),
                Cholesky.dot(whitened, whitened, whitened.length) / whitened.length);
    }

    /**
     * Fits processes.
     *
     * @param steps how many kernels to try
     * @param most how many points to compare them on
     */
    record Learner(int steps, int most) implements Model.Learner {

        @Override
        public Model learn(Grid grid, List<Point> points, double[] values, RandomGenerator random) {
            var coordinates = Coordinates.metric(grid);
            var x = points.stream().map(coordinates::of).toArray(double[][]::new);
            var kernel = new KernelFit(x, centred(values, Math.min(most, values.length))).search(steps, random);
            var factor = Cholesky.factor(kernel.covariance(x, x.length));
            while (factor == null) {
                if (kernel.noise() > MOST_NOISE) {
                    throw new IllegalStateException("the values are not finite: " + Arrays.toString(values));
                }
                kernel = new Kernel(kernel.inverseScales(), 10 * kernel.noise());
                factor = Cholesky.factor(kernel.covariance(x, x.length));
            }
            return of(coordinates, x, values, kernel, factor);
        }
    }

    @Override
    public Prediction predict(Point point) {
        var covariance = covariance(point);
        var whitened = factor.forward(covariance);
        double known = Cholesky.dot(whitened, whitened, whitened.length);
        return new Prediction(
                mean + Cholesky.dot(covariance, weights, weights.length),
                StrictMath.sqrt(Math.max(0, 1 - known) * variance));
    }

    @Override
    public Model assuming(Point point) {
        var more = Arrays.copyOf(x, x.length + 1);
        more[x.length] = coordinates.of(point);
        // A value that is what was predicted has no weight of its own.
        return new GaussianProcess(
                coordinates,
                more,
                kernel,
                factor.extended(factor.forward(covariance(point)), kernel.variance()),
                Arrays.copyOf(weights, weights.length + 1),
                mean,
                variance);
    }

    private double[] covariance(Point point) {
        var vector = coordinates.of(point);
        var covariance = new double[x.length];
        for (int i = 0; i < covariance.length; i++) {
            covariance[i] = kernel.of(vector, x[i]);
        }
        return covariance;
    }

    private static double[] centred(double[] values, int count) {
        double mean = Arrays.stream(values).average().orElse(0);
        var centred = Arrays.copyOf(values, count);
        for (int i = 0; i < count; i++) {
            centred[i] -= mean;
        }
        return centred;
    }
}
