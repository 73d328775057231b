package dev.ouroboros.engine.gate;

import java.util.Arrays;

/**
 * Decides after every block whether the challenger is better, with an error probability that holds however often it
 * is asked.
 *
 * <p><b>Assumption.</b> Blocks are independent, and challenger and incumbent differ by a factor on cost; the rest of
 * a block's scatter does not know which side is which (fresh workers, launches in random order). Then a block's
 * log-gain is symmetric about the log of that factor, whatever the distribution: it may be skewed within a side,
 * heavy-tailed, and another for every block. A challenger that changes nothing needs no multiplicative model: its
 * log-gains are symmetric about 0 by exchange of the sides alone. If the sides scatter differently, "the gain" is not
 * quite the median but, between median and mean, the bar at which a bet of {@link Wealth} becomes fair.
 *
 * <p><b>Validity.</b> If the true gain is at most the bar, the capital of {@link Wealth} betting on blocks above the
 * bar is a non-negative supermartingale that starts at 1, so it ever reaches 1/alpha with probability at most alpha
 * (Ville, 1939). The decision falls when it first does; what it is worth later is irrelevant. The same bet on the
 * other side rejects when it reaches 1/beta. Should both happen at one block, it is rejected. See Waudby-Smith and
 * Ramdas, "Estimating means of bounded random variables by betting" (2024), and Vovk and Wang, "Nonparametric e-tests
 * of symmetry" (2024).
 *
 * <p><b>Monotone.</b> Raising any log-gain raises one capital and lowers the other at every block: it can bring an
 * acceptance forward, never take it away.
 */
public final class Gate {

    private Gate() {}

    /**
     * The decision at the first block that allows one. Blocks after it, and after the cap, are ignored, so asking
     * again with more blocks repeats an earlier acceptance or rejection unchanged. The caller adds a block while the
     * answer is {@link Decision.Inconclusive} and not exhausted.
     *
     * @param logGains {@link dev.ouroboros.engine.evaluation.BlockGain} of every block of this confirmation, in the order measured; may be empty;
     *     left as it is
     * @throws IllegalArgumentException if a log-gain is not finite
     */
    public static Decision decide(double[] logGains, GatePolicy policy) {
        BlockValues.requireFinite(logGains);
        int most = Math.min(logGains.length, policy.cap());
        double bar = StrictMath.log1p(policy.minimumGain());
        Wealth better = Wealth.NONE_WON_YET;
        Wealth worse = Wealth.NONE_WON_YET;
        for (int block = 1; block <= most; block++) {
            double margin = logGains[block - 1] - bar;
            better = better.after(margin);
            worse = worse.after(-margin);
            if (worse.refutesAt(policy.beta())) {
                return reject(Arrays.copyOf(logGains, block), policy);
            }
            if (better.refutesAt(policy.alpha())) {
                return accept(Arrays.copyOf(logGains, block), policy);
            }
        }
        return inconclusive(Arrays.copyOf(logGains, most), policy);
    }

    // Bisection stops just short of a bound that lies on the bar; the comparison with the bar was exact, so it stands.

    private static Decision accept(double[] used, GatePolicy policy) {
        double low = Math.max(low(used, policy), policy.bar());
        return new Decision.Accept(used.length, policy.alpha(), low, high(used, policy), policy.bar());
    }

    private static Decision reject(double[] used, GatePolicy policy) {
        double high = Math.min(high(used, policy), policy.bar());
        return new Decision.Reject(used.length, policy.alpha(), low(used, policy), high, policy.bar());
    }

    private static Decision inconclusive(double[] used, GatePolicy policy) {
        return new Decision.Inconclusive(
                used.length, policy.alpha(), low(used, policy), high(used, policy), policy.bar(), policy.cap());
    }

    private static double low(double[] used, GatePolicy policy) {
        return StrictMath.exp(MedianBound.lower(used, policy.alpha()));
    }

    private static double high(double[] used, GatePolicy policy) {
        return StrictMath.exp(MedianBound.upper(used, policy.beta()));
    }
}
