package dev.ouroboros.agent.budget;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Shares a budget among arms by what they gain for what they cost: Thompson sampling of rates. What an arm brought, in
 * units of the average success, counts as events of a Poisson process whose clock is its cost, in units of the average
 * cost; the posterior of the rate is a Gamma distribution (Gelman et al., Bayesian Data Analysis, 2.6).
 */
public final class Bandit {
    private static final double PRIOR_EVENTS = 1;
    private static final double PRIOR_COST = 1;

    private Bandit() {}

    /**
     * What an arm has done so far.
     *
     * @param gain sum of what it improved the best by, as logarithms; at least 0
     * @param cost in any unit that is the same for all arms; at least 0
     */
    public record Takings(double gain, double cost) {
        /** Nothing yet. */
        public static final Takings NONE = new Takings(0, 0);

        /** Returns this with one more trial. */
        public Takings plus(double moreGain, double moreCost) {
            return new Takings(gain + moreGain, cost + moreCost);
        }
    }

    /**
     * Chooses the arm that gets the next call.
     *
     * @param arms at least one, in a fixed order
     * @param unit of gain: the average success so far; must be above 0
     * @param cost of an average trial; must be above 0
     */
    public static String choose(
            List<String> arms, Map<String, Takings> records, double unit, double cost, RandomGenerator random) {
        var best = arms.getFirst();
        double highest = Double.NEGATIVE_INFINITY;
        for (var arm : arms) {
            var record = records.getOrDefault(arm, Takings.NONE);
            double shape = PRIOR_EVENTS + record.gain() / unit;
            double rate = gamma(shape, random) / (PRIOR_COST + record.cost() / cost);
            if (rate > highest) {
                highest = rate;
                best = arm;
            }
        }
        return best;
    }

    /** Draws from the Gamma distribution of that shape, at least 1, and scale 1 (Marsaglia and Tsang 2000). */
    private static double gamma(double shape, RandomGenerator random) {
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(1 - random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
