package dev.ouroboros.engine.gate;

import dev.ouroboros.engine.evaluation.Medians;
import java.util.Arrays;

/**
 * The gain to report, from a fresh re-run of a number of blocks fixed beforehand: never from the blocks that decided.
 *
 * <p>The interval runs from the k-th smallest block to the k-th largest. It misses the median only if fewer than k of
 * n blocks fall on one side of it, which has probability 2·P(Binomial(n, ½) &lt; k) at most, whatever the
 * distribution (David and Nagaraja, "Order Statistics", 7.1).
 *
 * @param gain exp of the median log-gain: 1.03 is 3 % better
 * @param low lower end of the interval, a ratio
 * @param high upper end of the interval, a ratio
 * @param confidence probability, at least, that the interval holds the true gain
 * @param blocks blocks of the re-run
 */
public record Estimate(double gain, double low, double high, double confidence, int blocks) {

    /** Up to here 2⁻ⁿ is a double, and {@link #outermostRank} exact to the last few bits. */
    private static final int MOST_BLOCKS = 1000;

    /**
     * The estimate from a re-run.
     *
     * @param logGains {@link dev.ouroboros.engine.evaluation.BlockGain} of every block, {@link #blocksNeeded} to 1000; left as it is
     * @param confidence in (0, 1)
     */
    public static Estimate of(double[] logGains, double confidence) {
        BlockValues.requireFinite(logGains);
        int n = logGains.length;
        int needed = blocksNeeded(confidence);
        if (n < needed || n > MOST_BLOCKS) {
            throw new IllegalArgumentException("expected " + needed + " to " + MOST_BLOCKS
                    + " blocks for an interval of confidence " + confidence + ", but found " + n);
        }
        double[] sorted = logGains.clone();
        Arrays.sort(sorted);
        int k = outermostRank(n, confidence);
        return new Estimate(
                StrictMath.exp(Medians.median(sorted)),
                StrictMath.exp(sorted[k - 1]),
                StrictMath.exp(sorted[n - k]),
                confidence,
                n);
    }

    /** The fewest blocks whose smallest and largest value enclose the median so surely: 8 for 0.99. */
    public static int blocksNeeded(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("expected a confidence between 0 and 1, but found " + confidence);
        }
        int blocks = 1;
        while (Math.scalb(2.0, -blocks) > 1 - confidence) {
            blocks++;
        }
        return blocks;
    }

    /** The largest k with 2·P(Binomial(n, ½) &lt; k) at most 1 − confidence. */
    private static int outermostRank(int n, double confidence) {
        double probability = Math.scalb(1.0, -n);
        double outside = probability;
        int k = 1;
        while (true) {
            probability *= (double) (n - k + 1) / k;
            outside += probability;
            if (2 * outside > 1 - confidence) {
                return k;
            }
            k++;
        }
    }
}
