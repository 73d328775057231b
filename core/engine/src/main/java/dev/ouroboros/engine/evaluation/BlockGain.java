package dev.ouroboros.engine.evaluation;

/** The one number a block contributes: the median over its pairs of ln(cost of incumbent / cost of challenger). */
public final class BlockGain {

    private BlockGain() {}

    /**
     * The log-gain of one block; above 0 the challenger was better. Swapping the sides negates it exactly, which is
     * what the gate rests on, and the order of the pairs is irrelevant.
     *
     * @param incumbent cost per run, such as seconds; positive and finite; not empty
     * @param challenger cost of the run paired with it, same unit and length
     */
    public static double of(double[] incumbent, double[] challenger) {
        if (incumbent.length == 0 || incumbent.length != challenger.length) {
            throw new IllegalArgumentException(
                    "expected as many incumbent as challenger costs, at least one, but found " + incumbent.length
                            + " and " + challenger.length);
        }
        var logs = new double[incumbent.length];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = logOf(incumbent[i], i) - logOf(challenger[i], i);
        }
        return Medians.median(logs);
    }

    private static double logOf(double cost, int pair) {
        if (!(cost > 0 && Double.isFinite(cost))) {
            throw new IllegalArgumentException("expected a positive, finite cost, but pair " + pair + " has " + cost
                    + "\nMaybe the clock is too coarse: put more runs into one batch.");
        }
        return StrictMath.log(cost);
    }
}
