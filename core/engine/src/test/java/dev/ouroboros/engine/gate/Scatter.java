package dev.ouroboros.engine.gate;

import java.util.random.RandomGenerator;

/** Draws by how much a block's log-gain deviates from the true one. */
@FunctionalInterface
interface Scatter {

    double draw(RandomGenerator random);

    /** Normal with this standard deviation, such as 0.01 for 1 %. */
    static Scatter normal(double deviation) {
        return random -> deviation * random.nextGaussian();
    }

    /** Student's t with 3 degrees of freedom: one block in 70 lies beyond five times the scale. */
    static Scatter heavyTailed(double scale) {
        return random -> {
            double chiSquared = 0;
            for (int i = 0; i < 3; i++) {
                double z = random.nextGaussian();
                chiSquared += z * z;
            }
            return scale * random.nextGaussian() / Math.sqrt(chiSquared / 3);
        };
    }

    /** Exponential with median 0: never far below, often far above. */
    static Scatter skewed(double deviation) {
        return random -> deviation * (random.nextExponential() - Math.log(2));
    }

    /** What two sides leave when each scatters like this by itself: symmetric, and wider. */
    static Scatter ofBothSides(Scatter side) {
        return random -> {
            double incumbent = side.draw(random);
            double challenger = side.draw(random);
            return incumbent - challenger;
        };
    }

    /** Draws from observed values, each as likely: the log-gains of recorded blocks of one program against itself. */
    static Scatter resampled(double[] observed) {
        double[] values = observed.clone();
        return random -> values[random.nextInt(values.length)];
    }

    /** Log-gains of so many blocks of a challenger that is this many times as good. */
    default double[] blocks(int count, double gain, RandomGenerator random) {
        double shift = Math.log(gain);
        var logGains = new double[count];
        for (int i = 0; i < count; i++) {
            logGains[i] = shift + draw(random);
        }
        return logGains;
    }
}
